package org.coptest.emulators.device;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/**
 * Secrets of one running device, made anew at each start: passwords, and private keys where the
 * name ends in {@code -key}.
 */
public final class Secrets {

  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 16;

  private static final String KEY = "-key";

  private final Map<String, String> values;
  private final Map<String, PublicKey> keys;
  private final Map<String, Accounts> stores = new ConcurrentHashMap<>();

  private Secrets(Map<String, String> values, Map<String, PublicKey> keys) {
    this.values = Map.copyOf(values);
    this.keys = Map.copyOf(keys);
  }

  /** Fresh values for these names. */
  static Secrets fresh(Collection<String> names) {
    var random = new SecureRandom();
    var values = new HashMap<String, String>();
    var keys = new HashMap<String, PublicKey>();
    for (var name : names) {
      if (name.endsWith(KEY)) {
        var pair = pair();
        values.put(name, written(pair));
        keys.put(name, pair.getPublic());
      } else {
        values.put(name, password(random));
      }
    }
    return new Secrets(values, keys);
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes keys for P-256", e);
    }
  }

  /** As {@code ssh-keygen} writes it. */
  private static String written(KeyPair pair) {
    var text = new ByteArrayOutputStream();
    try {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "", null, text);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a fresh key can be written", e);
    }
    return text.toString(US_ASCII);
  }

  private static String password(SecureRandom random) {
    var text = new StringBuilder();
    random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
    return text.toString();
  }

  /** The public half of this key. */
  public PublicKey publicKey(String name) {
    var key = keys.get(name);
    if (key == null) {
      throw new IllegalArgumentException("no key '" + name + "', there are " + keys.keySet());
    }
    return key;
  }

  /** The store of accounts of this name, which all services of the device share. */
  public Accounts store(String name, Supplier<Accounts> first) {
    return stores.computeIfAbsent(name, unused -> first.get());
  }

  /** The value of this secret. */
  public String value(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no secret '" + name + "', there are " + values.keySet());
    }
    return value;
  }
}
