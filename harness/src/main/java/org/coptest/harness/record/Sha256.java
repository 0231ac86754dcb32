package org.coptest.harness.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as hex. */
final class Sha256 {
  /** What the first line names as its predecessor. */
  static final String NOTHING = "0".repeat(64);

  private Sha256() {}

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException notJava) {
      throw new IllegalStateException("every Java has SHA-256", notJava);
    }
  }
}
