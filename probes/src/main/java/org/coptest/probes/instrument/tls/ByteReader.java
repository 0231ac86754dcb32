package org.coptest.probes.instrument.tls;

import java.util.Arrays;

/** Reads big-endian numbers within bounds; a short read names its offset. */
final class ByteReader {
  private final byte[] bytes;
  private final int base;
  private int position;

  ByteReader(byte[] bytes, int base) {
    this.bytes = bytes;
    this.base = base;
  }

  int offset() {
    return base + position;
  }

  int remaining() {
    return bytes.length - position;
  }

  int u8() throws TlsFormatException {
    need(1, "a byte");
    return bytes[position++] & 0xff;
  }

  int u16() throws TlsFormatException {
    return u8() << 8 | u8();
  }

  int u24() throws TlsFormatException {
    return u8() << 16 | u16();
  }

  byte[] take(int count, String what) throws TlsFormatException {
    need(count, what);
    position += count;
    return Arrays.copyOfRange(bytes, position - count, position);
  }

  private void need(int count, String what) throws TlsFormatException {
    if (count > remaining()) {
      throw new TlsFormatException(
          offset(), "%s of %d bytes ends after %d".formatted(what, count, remaining()));
    }
  }
}
