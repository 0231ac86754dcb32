package org.coptest.emulators.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** The few messages a server up to TLS 1.2 sends first (RFC 5246 §7.4, RFC 6101 for SSL 3). */
final class TlsMessages {

  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int SERVER_HELLO = 2;
  private static final int CERTIFICATE = 11;
  private static final int SERVER_HELLO_DONE = 14;
  private static final int FATAL = 2;
  private static final int RANDOM = 32;

  private TlsMessages() {}

  /** A fatal alert. */
  static byte[] alert(int version, int description) {
    return record(ALERT, version, new byte[] {FATAL, (byte) description});
  }

  /** ServerHello, Certificate and ServerHelloDone, as with RSA key transport. */
  static byte[] serverFlight(int version, int suite, byte[] certificate) {
    var flight = new ByteArrayOutputStream();
    flight.writeBytes(record(HANDSHAKE, version, message(SERVER_HELLO, hello(version, suite))));
    flight.writeBytes(record(HANDSHAKE, version, message(CERTIFICATE, chain(certificate))));
    flight.writeBytes(record(HANDSHAKE, version, message(SERVER_HELLO_DONE, new byte[0])));
    return flight.toByteArray();
  }

  private static byte[] hello(int version, int suite) {
    var random = new byte[RANDOM];
    new SecureRandom().nextBytes(random);
    // No session id, no compression, and no extensions: the smallest answer there is.
    return ByteBuffer.allocate(2 + RANDOM + 1 + 2 + 1)
        .putShort((short) version)
        .put(random)
        .put((byte) 0)
        .putShort((short) suite)
        .put((byte) 0)
        .array();
  }

  private static byte[] chain(byte[] certificate) {
    return uint24(uint24(certificate));
  }

  private static byte[] message(int type, byte[] body) {
    return ByteBuffer.allocate(4 + body.length).putInt(type << 24 | body.length).put(body).array();
  }

  private static byte[] uint24(byte[] body) {
    return ByteBuffer.allocate(3 + body.length)
        .put((byte) (body.length >> 16))
        .putShort((short) body.length)
        .put(body)
        .array();
  }

  private static byte[] record(int type, int version, byte[] body) {
    return ByteBuffer.allocate(5 + body.length)
        .put((byte) type)
        .putShort((short) version)
        .putShort((short) body.length)
        .put(body)
        .array();
  }
}
