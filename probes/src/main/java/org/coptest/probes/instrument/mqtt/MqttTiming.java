package org.coptest.probes.instrument.mqtt;

import java.time.Duration;

/**
 * How long a broker is waited for.
 *
 * @param answer for CONNACK and SUBACK
 * @param settle in which a connection that was taken must not end by itself
 * @param delivery for what was published by another client
 */
public record MqttTiming(Duration answer, Duration settle, Duration delivery) {

  /** Patient enough for small devices. */
  public static MqttTiming standard() {
    return new MqttTiming(Duration.ofSeconds(8), Duration.ofMillis(500), Duration.ofSeconds(3));
  }
}
