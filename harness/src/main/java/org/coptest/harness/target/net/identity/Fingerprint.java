package org.coptest.harness.target.net.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The SHA-256 digest of a public key.
 *
 * @param hex 64 digits in lower case
 */
record Fingerprint(String hex) {
  private static final int BYTES = 32;
  private static final String PREFIX = "(?i)^sha-?256(:|//)?";

  /** Of an encoded key. */
  static Fingerprint of(byte[] key) {
    try {
      return new Fingerprint(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Written in hex, with colons or without, or in base64, as OpenSSH or a key pin. */
  static Optional<Fingerprint> parse(String text) {
    var digest = text.strip().replaceFirst(PREFIX, "").strip();
    var plain = digest.replace(":", "").toLowerCase(Locale.ROOT);
    if (plain.matches("[0-9a-f]{64}")) {
      return Optional.of(new Fingerprint(plain));
    }
    try {
      var bytes = Base64.getDecoder().decode(digest);
      return bytes.length == BYTES
          ? Optional.of(new Fingerprint(HexFormat.of().formatHex(bytes)))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** As OpenSSH prints it. */
  String openSsh() {
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(bytes());
  }

  private byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
