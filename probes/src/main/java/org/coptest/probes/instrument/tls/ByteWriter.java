package org.coptest.probes.instrument.tls;

import java.io.ByteArrayOutputStream;

/** Writes big-endian numbers and length-prefixed vectors (RFC 8446 3). */
final class ByteWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ByteWriter u8(int value) {
    out.write(value);
    return this;
  }

  ByteWriter u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  ByteWriter u24(int value) {
    return u8(value >>> 16).u16(value);
  }

  ByteWriter bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  ByteWriter vector8(byte[] bytes) {
    return u8(bytes.length).bytes(bytes);
  }

  ByteWriter vector16(byte[] bytes) {
    return u16(bytes.length).bytes(bytes);
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
