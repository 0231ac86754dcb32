package org.coptest.emulators.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client offers in its first message (RFC 5246 §7.4.1.2, RFC 8446 §4.1.2).
 *
 * @param read all bytes read so far, record headers included
 * @param legacyVersion the version field, 0x0300 for SSL 3
 * @param suites ids in the client's order
 */
record ClientHello(byte[] read, int legacyVersion, List<Integer> suites) {

  private static final int RANDOM = 32;
  private static final int TLS_1_2 = 0x0303;

  /** Whether TLS 1.2 or newer is on offer. */
  boolean isModern() {
    return legacyVersion >= TLS_1_2;
  }

  /** Reads the body of a handshake message; empty when it is not well formed. */
  static Optional<ClientHello> parse(byte[] read, byte[] body) {
    try {
      var in = ByteBuffer.wrap(body);
      var version = uint16(in);
      skip(in, RANDOM);
      skip(in, in.get() & 0xff);
      return Optional.of(new ClientHello(read, version, numbers(in, uint16(in))));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Integer> numbers(ByteBuffer in, int bytes) {
    var list = new ArrayList<Integer>();
    for (var i = 0; i < bytes / 2; i++) {
      list.add(uint16(in));
    }
    return List.copyOf(list);
  }

  private static void skip(ByteBuffer in, int bytes) {
    in.position(in.position() + bytes);
  }

  private static int uint16(ByteBuffer in) {
    return in.getShort() & 0xffff;
  }
}
