package org.coptest.probes.instrument.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Makes offers of keys: fresh ones that nobody can know, and given ones. */
public final class SshKeys {
  private static final String RSA = "ssh-rsa";
  private static final String RSA_SHA256 = "rsa-sha2-256";
  private static final String DSA = "ssh-dss";
  private static final int RSA_BITS = 2048;
  private static final int DSA_BITS = 1024;

  private SshKeys() {}

  /**
   * Signature algorithms to name with a key of this type: servers of our time refuse an RSA key
   * named with SHA-1, old ones know no other name (RFC 8332).
   */
  public static List<String> algorithms(String keyType) {
    return keyType.equals(RSA) ? List.of(RSA_SHA256, RSA) : List.of(keyType);
  }

  /** A key whose private half we do not hold. */
  public static List<KeyOffer> known(String id, String keyType, byte[] blob) {
    return algorithms(keyType).stream()
        .map(algorithm -> new KeyOffer(id, algorithm, blob, Optional.empty()))
        .toList();
  }

  /** A new key of this type, with which nobody has ever logged in. */
  public static KeyPair fresh(String keyType) {
    try {
      var generator = KeyPairGenerator.getInstance(keyType.equals(DSA) ? "DSA" : "RSA");
      generator.initialize(keyType.equals(DSA) ? DSA_BITS : RSA_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes RSA and DSA keys", e);
    }
  }

  /** Asks about this key. */
  public static List<KeyOffer> asking(String id, KeyPair pair) {
    return known(id, KeyUtils.getKeyType(pair), blob(pair));
  }

  /** Logs in with this key. */
  public static List<KeyOffer> signing(String id, KeyPair pair) {
    return algorithms(KeyUtils.getKeyType(pair)).stream()
        .map(algorithm ->
            new KeyOffer(id, algorithm, blob(pair), Optional.of(signer(algorithm, pair))))
        .toList();
  }

  /** The private key written in this text (PEM or OpenSSH, without a pass phrase). */
  public static Optional<KeyPair> read(String text) {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try {
      var pairs =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName("declared key"), in, FilePasswordProvider.EMPTY);
      return pairs == null
          ? Optional.empty()
          : java.util.stream.StreamSupport.stream(pairs.spliterator(), false).findFirst();
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // Whatever is wrong with it, it is no key that this instrument can use.
      return Optional.empty();
    }
  }

  private static byte[] blob(KeyPair pair) {
    var buffer = new ByteArrayBuffer();
    buffer.putRawPublicKey(pair.getPublic());
    return buffer.getCompactData();
  }

  private static KeyOffer.Signer signer(String algorithm, KeyPair pair) {
    return message -> sign(algorithm, pair.getPrivate(), message);
  }

  private static byte[] sign(String algorithm, PrivateKey key, byte[] message)
      throws GeneralSecurityException {
    var factory = BuiltinSignatures.fromFactoryName(algorithm);
    if (factory == null) {
      throw new GeneralSecurityException("no signature " + algorithm);
    }
    try {
      var signature = factory.create();
      signature.initSigner(null, key);
      signature.update(null, message);
      return signature.sign(null);
    } catch (GeneralSecurityException e) {
      throw e;
    } catch (Exception e) {
      throw new GeneralSecurityException("cannot sign with " + algorithm, e);
    }
  }
}
