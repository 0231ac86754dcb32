package org.coptest.probes.instrument.snmp;

/**
 * An SNMP engine as it last told about itself (RFC 3414 2.2).
 *
 * @param id up to 32 bytes
 * @param boots how often it started
 * @param time seconds since then
 */
record Engine(byte[] id, long boots, long time) {
  private static final int LONGEST = 32;

  boolean named() {
    return id.length > 0 && id.length <= LONGEST;
  }
}
