package org.coptest.harness.catalogue;

import java.util.List;

/**
 * What a condition came to for one device.
 *
 * @param truth whether it holds
 * @param missing the declaration paths that would settle it; empty unless UNKNOWN
 */
public record ConditionResult(Truth truth, List<String> missing) {

  /** Drops the paths once the truth is known. */
  public ConditionResult {
    missing = truth == Truth.UNKNOWN ? missing.stream().distinct().toList() : List.of();
  }

  /** Whether it is known not to hold: only then may something be not applicable. */
  public boolean rulesOut() {
    return truth == Truth.FALSE;
  }
}
