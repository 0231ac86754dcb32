package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;

/** What tests ask of rows. */
final class Rows {
  private Rows() {}

  static RowJudgement single(List<RowJudgement> rows) {
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  static RowJudgement about(List<RowJudgement> rows, String subject) {
    return single(rows.stream().filter(row -> row.subject().equals(subject)).toList());
  }

  static Cause cause(RowJudgement row) {
    assertThat(row).isInstanceOf(RowJudgement.Undecided.class);
    return ((RowJudgement.Undecided) row).cause();
  }

  static List<Verdict> verdicts(List<RowJudgement> rows) {
    return rows.stream().map(RowJudgement::verdict).toList();
  }
}
