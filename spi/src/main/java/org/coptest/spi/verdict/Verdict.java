package org.coptest.spi.verdict;

import java.util.Collection;
import java.util.Comparator;

/** What a row, unit, test case, provision or device came to; declared worst first. */
public enum Verdict {
  FAIL,
  ERROR,
  INCONCLUSIVE,
  NOT_TESTED,
  PENDING,
  PASS,
  NOT_APPLICABLE;

  /**
   * The worst of the given verdicts.
   *
   * @throws IllegalArgumentException when there is none: nothing judged is never a verdict
   */
  public static Verdict worst(Collection<Verdict> verdicts) {
    return verdicts.stream()
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalArgumentException("no verdict to roll up"));
  }
}
