package org.coptest.emulators.device;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Secrets of one running device, made anew at each start. */
public final class Secrets {

  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 16;

  private final Map<String, String> values;

  private Secrets(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Fresh values for these names. */
  static Secrets fresh(Collection<String> names) {
    var random = new SecureRandom();
    var values = new HashMap<String, String>();
    names.forEach(name -> values.put(name, password(random)));
    return new Secrets(values);
  }

  private static String password(SecureRandom random) {
    var text = new StringBuilder();
    random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
    return text.toString();
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
