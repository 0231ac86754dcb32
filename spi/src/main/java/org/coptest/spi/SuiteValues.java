package org.coptest.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values a suite sets for one unit: each a text or a list of texts. */
public record SuiteValues(Map<String, List<String>> entries) {

  /** No values. */
  public static SuiteValues none() {
    return new SuiteValues(Map.of());
  }

  /**
   * The single text under this key.
   *
   * @throws IllegalStateException when the suite does not set it: the plan checks this beforehand
   */
  public String text(String key) {
    return Optional.ofNullable(entries.get(key))
        .filter(list -> list.size() == 1)
        .map(list -> list.get(0))
        .orElseThrow(() -> new IllegalStateException("the suite sets no single " + key));
  }

  /** The list under this key, empty when the suite does not set it. */
  public List<String> list(String key) {
    return entries.getOrDefault(key, List.of());
  }
}
