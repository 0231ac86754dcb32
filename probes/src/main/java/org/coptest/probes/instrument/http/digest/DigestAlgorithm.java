package org.coptest.probes.instrument.http.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Hashes of Digest authentication (RFC 7616, 3.3), weakest first. */
public enum DigestAlgorithm {
  MD5("MD5", "MD5", false),
  MD5_SESS("MD5-sess", "MD5", true),
  SHA_256("SHA-256", "SHA-256", false),
  SHA_256_SESS("SHA-256-sess", "SHA-256", true),
  SHA_512_256("SHA-512-256", "SHA-512/256", false),
  SHA_512_256_SESS("SHA-512-256-sess", "SHA-512/256", true);

  private final String text;
  private final String hash;
  private final boolean session;

  DigestAlgorithm(String text, String hash, boolean session) {
    this.text = text;
    this.hash = hash;
    this.session = session;
  }

  /** The one of this name, in any case. */
  public static Optional<DigestAlgorithm> named(String name) {
    return Arrays.stream(values()).filter(it -> it.text.equalsIgnoreCase(name)).findFirst();
  }

  /** As headers name it. */
  public String text() {
    return text;
  }

  /** Whether the nonces are part of what is made from the password. */
  boolean session() {
    return session;
  }

  /** Lower-case hex of the hash of a text in UTF-8. */
  String hex(String value) {
    try {
      var bytes = value.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(hash).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + hash, e);
    }
  }
}
