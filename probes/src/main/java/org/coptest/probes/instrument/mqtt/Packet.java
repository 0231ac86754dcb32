package org.coptest.probes.instrument.mqtt;

/**
 * One control packet that was received (MQTT 3.1.1 2.2, 5.0 2.1).
 *
 * @param type upper half of the first byte
 * @param flags lower half of the first byte
 * @param body what follows the remaining length
 */
record Packet(int type, int flags, byte[] body) {
  static final int CONNACK = 2;
  static final int PUBLISH = 3;
  static final int SUBACK = 9;

  /** The byte at this place; -1 behind the end. */
  int at(int place) {
    return place >= 0 && place < body.length ? body[place] & 0xff : -1;
  }

  /** The 16-bit number at this place; -1 when it is not wholly there. */
  int number(int place) {
    return place + 1 < body.length ? at(place) << 8 | at(place + 1) : -1;
  }
}
