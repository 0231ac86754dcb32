package org.coptest.probes.instrument.snmp;

import java.util.Arrays;

/** Reads BER out of one datagram and never beyond it. */
final class BerReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  private BerReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  static BerReader of(byte[] datagram) {
    return new BerReader(datagram, 0, datagram.length);
  }

  /** The datagram was no such thing; the message says where it ended being one. */
  static final class NoBerException extends Exception {
    private static final long serialVersionUID = 1L;

    NoBerException(String message) {
      super(message, null, false, false);
    }
  }

  boolean atEnd() {
    return at >= end;
  }

  /** Where the next value begins in the datagram. */
  int position() {
    return at;
  }

  /** The tag of the next value. */
  int tag() throws NoBerException {
    require(1);
    return bytes[at] & 0xff;
  }

  /** Goes into the next value, which must have this tag, and behind it here. */
  BerReader into(int tag) throws NoBerException {
    if (tag() != tag) {
      throw new NoBerException("tag %d where %d was expected".formatted(tag(), tag));
    }
    at++;
    int length = length();
    require(length);
    var inner = new BerReader(bytes, at, at + length);
    at += length;
    return inner;
  }

  /** Leaves out the next value. */
  void skip() throws NoBerException {
    into(tag());
  }

  long integer() throws NoBerException {
    return number(into(Ber.INTEGER));
  }

  byte[] octets() throws NoBerException {
    return into(Ber.OCTETS).rest();
  }

  /** All that is left. */
  byte[] rest() {
    return Arrays.copyOfRange(bytes, at, end);
  }

  private static long number(BerReader value) throws NoBerException {
    var rest = value.rest();
    if (rest.length == 0 || rest.length > 8) {
      throw new NoBerException("an integer of %d bytes".formatted(rest.length));
    }
    long number = rest[0];
    for (int i = 1; i < rest.length; i++) {
      number = number << 8 | rest[i] & 0xff;
    }
    return number;
  }

  private int length() throws NoBerException {
    require(1);
    int first = bytes[at++] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int count = first & 0x7f;
    if (count == 0 || count > 3) {
      throw new NoBerException("a length of %d bytes".formatted(count));
    }
    require(count);
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | bytes[at++] & 0xff;
    }
    return length;
  }

  private void require(int count) throws NoBerException {
    if (end - at < count) {
      throw new NoBerException("it ends early");
    }
  }
}
