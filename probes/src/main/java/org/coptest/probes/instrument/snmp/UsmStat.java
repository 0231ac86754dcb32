package org.coptest.probes.instrument.snmp;

/** Counters of the user-based security model: why a v3 message was not taken (RFC 3414 5). */
enum UsmStat {
  NOT_IN_TIME_WINDOWS(2, "usmStatsNotInTimeWindows"),
  UNKNOWN_USER_NAMES(3, "usmStatsUnknownUserNames"),
  WRONG_DIGESTS(5, "usmStatsWrongDigests");

  private final int arc;
  private final String text;

  UsmStat(int arc, String text) {
    this.arc = arc;
    this.text = text;
  }

  /** The bytes of 1.3.6.1.6.3.15.1.1.x.0. */
  byte[] oid() {
    return new byte[] {0x2b, 6, 1, 6, 3, 15, 1, 1, (byte) arc, 0};
  }

  String text() {
    return text;
  }
}
