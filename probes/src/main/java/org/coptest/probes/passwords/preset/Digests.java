package org.coptest.probes.passwords.preset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The digests that makers were seen to compute passwords with, each under the name rules show. For
 * one thread.
 */
final class Digests {
  private static final Map<String, String> PLAIN =
      Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256");

  /** A digest and its name. */
  record Digest(String name, UnaryOperator<byte[]> function) {}

  private Digests() {}

  /** All of them; the keyed ones with no key and with the name of the model. */
  static List<Digest> all(Optional<String> model) {
    var all = new ArrayList<Digest>();
    all.add(new Digest("crc32", Digests::crc32));
    PLAIN.forEach((name, algorithm) -> {
      var digest = digest(algorithm);
      all.add(new Digest(name, digest::digest));
      // A key of one zero byte is padded to the same block as no key.
      all.add(new Digest("hmac-" + name + "-no-key", mac(algorithm, new byte[1])::doFinal));
      model
          .filter(key -> !key.isEmpty())
          .map(key -> mac(algorithm, key.getBytes(StandardCharsets.UTF_8)))
          .ifPresent(mac -> all.add(new Digest("hmac-" + name + "-model", mac::doFinal)));
    });
    return List.copyOf(all);
  }

  static MessageDigest sha256() {
    return digest("SHA-256");
  }

  private static byte[] crc32(byte[] data) {
    var crc = new CRC32();
    crc.update(data);
    return ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private static Mac mac(String algorithm, byte[] key) {
    var name = "Hmac" + algorithm.replace("-", "");
    try {
      var mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(key, name));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + name, e);
    }
  }
}
