package org.coptest.harness.record;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/**
 * What a test unit came to.
 *
 * @param probed whether the catalogue gives this unit to a probe; such a unit counts in observed
 */
public record UnitResult(
    String id,
    Verdict verdict,
    Optional<Cause> cause,
    String reason,
    Optional<RuleRef> rule,
    boolean probed,
    List<RowResult> rows) {

  /** The rule that judged. */
  public record RuleRef(String id, int version) {}
}
