package org.coptest.harness.target.driver;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills <code>{name}</code> in the texts of a recipe; an unknown name stays as it is. */
final class Values {
  private static final Pattern NAME = Pattern.compile("\\{([a-z][a-zA-Z0-9-]{0,40})\\}");
  private final Map<String, String> values;

  Values(Map<String, String> given) {
    this.values = new HashMap<>(given);
  }

  /** The text with what is known filled in, written by {@code how}. */
  String in(String text, Writing how) {
    return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, how)));
  }

  private String value(java.util.regex.MatchResult found, Writing how) {
    var value = values.get(found.group(1));
    return value == null ? found.group() : how.of(value);
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /** The values themselves, to be hidden in evidence. */
  Collection<String> values() {
    return values.values();
  }

  /** How a value is written where it is put. */
  @FunctionalInterface
  interface Writing {
    String of(String value);
  }
}
