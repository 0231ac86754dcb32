package org.coptest.probes.passwords.preset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What may be recorded of a password.
 *
 * @param length in characters
 * @param classes a for small letters, A for capitals, d for digits, s for signs, u for the rest
 * @param symbols size of the smallest usual alphabet that holds it, at most the declared one
 * @param fitsCharset whether the declared alphabet holds it; empty without a declared one
 * @param fingerprint eight hex digits of a salted SHA-256, comparable within one observation only
 */
public record PasswordShape(
    int length, String classes, int symbols, Optional<Boolean> fitsCharset, String fingerprint) {

  /** A usual alphabet. */
  private enum Alphabet {
    DIGITS("[0-9]*", 10),
    HEX_SMALL("[0-9a-f]*", 16),
    HEX_CAPITAL("[0-9A-F]*", 16),
    SMALL("[a-z]*", 26),
    CAPITAL("[A-Z]*", 26),
    SMALL_AND_DIGITS("[0-9a-z]*", 36),
    CAPITAL_AND_DIGITS("[0-9A-Z]*", 36),
    LETTERS_AND_DIGITS("[0-9A-Za-z]*", 62),
    ANY("(?s).*", 95);

    private final String pattern;
    private final int size;

    Alphabet(String pattern, int size) {
      this.pattern = pattern;
      this.size = size;
    }
  }

  static PasswordShape of(String password, Optional<Charset> charset, byte[] salt) {
    int usual =
        Arrays.stream(Alphabet.values())
            .filter(one -> password.matches(one.pattern))
            .mapToInt(one -> one.size)
            .min()
            .orElse(95);
    var fitting = charset.filter(one -> one.holds(password)).map(Charset::size);
    return new PasswordShape(
        password.length(),
        classes(password),
        Math.min(usual, fitting.orElse(usual)),
        charset.map(one -> one.holds(password)),
        fingerprint(password, salt));
  }

  private static String classes(String password) {
    var kinds = new StringBuilder();
    kinds.append(first(password, "[a-z]").isPresent() ? "a" : "");
    kinds.append(first(password, "[A-Z]").isPresent() ? "A" : "");
    kinds.append(first(password, "[0-9]").isPresent() ? "d" : "");
    kinds.append(first(password, "[\\p{ASCII}&&[^0-9A-Za-z]]").isPresent() ? "s" : "");
    kinds.append(first(password, "[^\\p{ASCII}]").isPresent() ? "u" : "");
    return kinds.toString();
  }

  private static OptionalInt first(String password, String pattern) {
    return password.chars().filter(c -> String.valueOf((char) c).matches(pattern)).findFirst();
  }

  private static String fingerprint(String password, byte[] salt) {
    var digest = Digests.sha256();
    digest.update(salt);
    var hash = digest.digest(password.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, 8);
  }
}
