package org.coptest.bench.fleet;

import java.util.List;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.RowJudgement;

/** Passes one row. */
record PaperRule(String id) implements Rule {

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var found = seen.all(PaperFacts.class).get(0).seen();
    var held = new Control("closed port", true, "refused as it must").proof().orElseThrow();
    return List.of(RowJudgement.pass("tcp/443", found + ", as declared", held));
  }
}
