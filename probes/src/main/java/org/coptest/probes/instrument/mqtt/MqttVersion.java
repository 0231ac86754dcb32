package org.coptest.probes.instrument.mqtt;

/** The versions spoken, by the protocol level in CONNECT. */
enum MqttVersion {
  V3_1_1(4, "3.1.1"),
  V5(5, "5");

  private final int level;
  private final String text;

  MqttVersion(int level, String text) {
    this.level = level;
    this.text = text;
  }

  int level() {
    return level;
  }

  /** Whether packets carry properties. */
  boolean properties() {
    return this == V5;
  }

  /** As people call it. */
  String text() {
    return "MQTT " + text;
  }
}
