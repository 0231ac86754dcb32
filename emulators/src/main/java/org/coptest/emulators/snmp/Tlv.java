package org.coptest.emulators.snmp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A value of a message with its tag.
 *
 * @param tag what it is
 * @param body its bytes
 */
record Tlv(int tag, byte[] body) {

  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int OID = 0x06;
  static final int SEQUENCE = 0x30;

  static Tlv of(int tag, Tlv... parts) {
    var body = new ByteArrayOutputStream();
    Arrays.stream(parts).map(Tlv::bytes).forEach(body::writeBytes);
    return new Tlv(tag, body.toByteArray());
  }

  static Tlv integer(int small) {
    return new Tlv(INTEGER, new byte[] {(byte) small});
  }

  static Tlv octets(byte... bytes) {
    return new Tlv(OCTETS, bytes);
  }

  /** The one value that a datagram holds. */
  static Tlv read(byte[] datagram) {
    return list(datagram).getFirst();
  }

  /** The values inside this one. */
  List<Tlv> parts() {
    return list(body);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    var whole = new ByteArrayOutputStream();
    whole.write(tag);
    if (body.length > 0x7f) {
      whole.write(0x82);
      whole.write(body.length >> 8);
    }
    whole.write(body.length);
    whole.writeBytes(body);
    return whole.toByteArray();
  }

  /** Throws an IndexOutOfBoundsException for what is cut short. */
  private static List<Tlv> list(byte[] bytes) {
    var all = new ArrayList<Tlv>();
    int at = 0;
    while (at < bytes.length) {
      int tag = bytes[at] & 0xff;
      int length = bytes[at + 1] & 0xff;
      at += 2;
      if (length > 0x80) {
        int digits = length & 0x7f;
        length = 0;
        for (int i = 0; i < digits; i++) {
          length = length << 8 | bytes[at++] & 0xff;
        }
      }
      if (length < 0 || length > bytes.length - at) {
        throw new IndexOutOfBoundsException(length);
      }
      all.add(new Tlv(tag, Arrays.copyOfRange(bytes, at, at + length)));
      at += length;
    }
    return all;
  }
}
