package org.coptest.probes.instrument.snmp;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/** Writes the BER that SNMP uses: definite lengths, one-byte tags (X.690 8.1, RFC 3417 8). */
final class Ber {
  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int NULL = 0x05;
  static final int OID = 0x06;
  static final int SEQUENCE = 0x30;

  private Ber() {}

  /** A value with this tag, made of these parts. */
  static byte[] of(int tag, byte[]... parts) {
    var body = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(body::writeBytes);
    var whole = new ByteArrayOutputStream();
    whole.write(tag);
    int length = body.size();
    if (length > 0xff) {
      whole.write(0x82);
      whole.write(length >> 8);
    } else if (length > 0x7f) {
      whole.write(0x81);
    }
    whole.write(length);
    whole.writeBytes(body.toByteArray());
    return whole.toByteArray();
  }

  static byte[] integer(long value) {
    return of(INTEGER, BigInteger.valueOf(value).toByteArray());
  }

  static byte[] octets(byte[] bytes) {
    return of(OCTETS, bytes);
  }

  /** An object identifier below 1.3, all of whose arcs are below 128. */
  static byte[] oid(int... arcs) {
    var bytes = new byte[arcs.length + 1];
    bytes[0] = 0x2b;
    for (int i = 0; i < arcs.length; i++) {
      bytes[i + 1] = (byte) arcs[i];
    }
    return of(OID, bytes);
  }
}
