package org.coptest.spi;

import java.util.List;
import java.util.Set;
import org.coptest.spi.verdict.RowJudgement;

/** Pure judgement of one test unit from records alone; the same records give the same rows. */
public interface Rule {

  /** {@code topic.claim}, unique among all rules. */
  String id();

  /** Raised when the same observation may be judged differently. */
  int version();

  /** Names of the suite values this rule reads; a suite naming another one is refused. */
  default Set<String> values() {
    return Set.of();
  }

  /** One row per interface, mechanism, key or file; no rows can never become a PASS. */
  List<RowJudgement> judge(Seen seen, Criteria criteria);
}
