package org.coptest.harness.target.net.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** A protocol that shows a key in the clear and is known by its first bytes. */
public enum Speech {
  /** RFC 4253 §4.2. */
  SSH,
  /** RFC 8446 §5.1: a handshake or alert record. */
  TLS;

  private static final int ALERT = 0x15;
  private static final int HANDSHAKE = 0x16;

  /** Of the first bytes that came over a connection. */
  static Optional<Speech> of(byte[] first) {
    var text = new String(first, 0, Math.min(first.length, 9), ISO_8859_1);
    if (text.startsWith("SSH-2.0-") || text.startsWith("SSH-1.99-")) {
      return Optional.of(SSH);
    }
    boolean record =
        first.length > 2 && (first[0] == HANDSHAKE || first[0] == ALERT) && first[1] == 3;
    return record && first[2] <= 4 && first[2] >= 0 ? Optional.of(TLS) : Optional.empty();
  }
}
