package org.coptest.probes.instrument.snmp;

/** The versions with communities, by the number in the message. */
enum SnmpVersion {
  V1(0),
  V2C(1);

  private final int number;

  SnmpVersion(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
