package org.coptest.probes.instrument.snmp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a v3 user proves a password (RFC 3414 6 and 7): HMAC, shortened to 12 bytes. */
enum UsmHash {
  SHA("SHA-1", "HmacSHA1"),
  MD5("MD5", "HmacMD5");

  /** Bytes of a proof. */
  static final int PROOF = 12;

  private static final int STRETCHED = 1 << 20;
  private final String digest;
  private final String mac;

  UsmHash(String digest, String mac) {
    this.digest = digest;
    this.mac = mac;
  }

  /** The proof for a message in which the place of the proof is zero. */
  byte[] proof(String password, byte[] engine, byte[] message) {
    try {
      var hmac = Mac.getInstance(mac);
      hmac.init(new SecretKeySpec(key(password, engine), mac));
      return Arrays.copyOf(hmac.doFinal(message), PROOF);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The password repeated to 1 MiB, hashed, and bound to one engine. */
  byte[] key(String password, byte[] engine) {
    try {
      return key(password, engine, MessageDigest.getInstance(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] key(String password, byte[] engine, MessageDigest hash) {
    var bytes = password.getBytes(StandardCharsets.UTF_8);
    var stretched = new byte[STRETCHED];
    for (int i = 0; i < STRETCHED; i++) {
      stretched[i] = bytes[i % bytes.length];
    }
    var everywhere = hash.digest(stretched);
    hash.update(everywhere);
    hash.update(engine);
    return hash.digest(everywhere);
  }
}
