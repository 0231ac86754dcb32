package org.coptest.probes.passwords.preset;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coptest.probes.passwords.preset.Encodings.Encoding;

/** A password that the search looks for, and what the search came to for it. Never recorded. */
final class WantedPassword {
  private static final int MOST_RULES = 100_000;
  private final String password;
  private final List<Encoding> encodings;
  private final Map<String, Tier> rules = new LinkedHashMap<>();
  private final Map<Tier, Long> tried = new EnumMap<>(Tier.class);
  private CommonText common = new CommonText(0, "");

  WantedPassword(String password, List<Encoding> encodings) {
    this.password = password;
    this.encodings = encodings.stream().filter(one -> one.canGive(password)).toList();
  }

  /** The encodings that can give it at all. */
  List<Encoding> encodings() {
    return encodings;
  }

  void window(Tier tier, String name, String text) {
    int windows = text.length() - password.length() + 1;
    if (windows <= 0) {
      return;
    }
    tried.merge(tier, (long) windows, Long::sum);
    for (int at = text.indexOf(password); at >= 0; at = text.indexOf(password, at + 1)) {
      matched(tier, windows == 1 ? name : "%s[%d..%d]".formatted(name, at, at + password.length()));
      if (at == windows - 1 && windows > 1) {
        // Serial numbers grow longer; then only the distance from the end stays the same.
        matched(tier, "%s.last-%d".formatted(name, password.length()));
      }
    }
  }

  void digest(String text, String digest, String encoding, String encoded) {
    if (encoded.contains(password)) {
      window(Tier.DIGEST, "%s(%s).%s".formatted(digest, text, encoding), encoded);
    } else if (encoded.length() >= password.length()) {
      tried.merge(Tier.DIGEST, encoded.length() - password.length() + 1L, Long::sum);
    }
  }

  void whole(Tier tier, String name, String text) {
    tried.merge(tier, 1L, Long::sum);
    if (text.equals(password)) {
      matched(tier, name);
    }
  }

  void compared(String name, String text) {
    int length = CommonText.longest(password, text);
    if (length > common.length()) {
      common = new CommonText(length, name);
    }
  }

  private void matched(Tier tier, String rule) {
    if (rules.size() < MOST_RULES) {
      rules.putIfAbsent(rule, tier);
    }
  }

  Map<String, Tier> rules() {
    return rules;
  }

  /** Candidates of this tier and the simpler ones. */
  long tried(Tier tier) {
    return tried.entrySet().stream()
        .filter(entry -> entry.getKey().compareTo(tier) <= 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  CommonText common() {
    return common;
  }

  @Override
  public String toString() {
    return "a password of %d characters".formatted(password.length());
  }
}
