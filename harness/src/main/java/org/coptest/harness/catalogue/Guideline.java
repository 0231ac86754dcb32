package org.coptest.harness.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * A heading of the Code.
 *
 * @param number {@code 5.6}
 * @param order its place among the guidelines, from 0
 * @param title as people call it
 * @param meaning in one sentence
 * @param provisions in order
 */
public record Guideline(
    String number, int order, String title, String meaning, List<Provision> provisions) {

  /** Copies its list. */
  public Guideline {
    provisions = List.copyOf(provisions);
  }

  /** {@code CoP-06}: sorts by name in the order of the Code. */
  public String label() {
    return String.format(Locale.ROOT, "CoP-%02d", order);
  }

  /** All its test cases, in order. */
  public List<TestCase> cases() {
    return provisions.stream().flatMap(provision -> provision.cases().stream()).toList();
  }
}
