package org.coptest.probes.instrument.login;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text of an answer without what differs from one try to the next, and its similarity hash. */
public final class VisibleText {
  private static final int MOST = 32 * 1024;
  private static final Pattern VARYING =
      Pattern.compile("[0-9A-Fa-f]{8,}|[A-Za-z0-9+/=_-]{16,}|[0-9]+");
  private static final Pattern BLANKS = Pattern.compile("[^\\p{L}\\p{N}:]+");

  private VisibleText() {}

  /** Likeness of a text under these codes, after taking out the submitted values. */
  public static Likeness likeness(String typed, String text, List<String> submitted) {
    return new Likeness(typed, simhash(clean(text, submitted)), simhash(clean(text, List.of())));
  }

  /** The words that stay: no submitted values, numbers, hex runs or tokens. */
  public static String clean(String text, List<String> submitted) {
    var shown = text.length() > MOST ? text.substring(0, MOST) : text;
    // The longest first: a user name may be a part of the password.
    var longest = Comparator.comparing(String::length).reversed();
    for (var value : submitted.stream().sorted(longest).toList()) {
      shown = value.length() < 3 ? shown : shown.replace(value, " ");
    }
    shown = VARYING.matcher(shown).replaceAll(" ");
    return BLANKS.matcher(shown).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  private static long simhash(String words) {
    var weights = new int[64];
    for (var word : words.split(" ", -1)) {
      var hash = fnv(word);
      for (int bit = 0; bit < 64; bit++) {
        weights[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
      }
    }
    long result = 0;
    for (int bit = 0; bit < 64; bit++) {
      result |= weights[bit] > 0 ? 1L << bit : 0;
    }
    return result;
  }

  private static long fnv(String word) {
    var hash = 0xcbf29ce484222325L;
    for (var b : word.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash ^ hash >>> 29;
  }
}
