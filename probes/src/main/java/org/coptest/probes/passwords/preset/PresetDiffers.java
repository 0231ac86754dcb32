package org.coptest.probes.passwords.preset;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;

/**
 * 5.1-1: no sample has or takes the preset password of another one. Where the suite sets {@code
 * requires}, papers decide and the comparison can only refute them.
 */
@AutoService(Rule.class)
public final class PresetDiffers implements Rule {

  @Override
  public String id() {
    return "passwords.preset-differs";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Set<String> values() {
    return Set.of(PresetPapers.REQUIRES);
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var derived = derived(seen, criteria);
    return PresetPapers.asked(criteria)
        ? PresetPapers.judge(
            seen,
            criteria,
            row ->
                Optional.of(row(row, seen, derived, criteria))
                    .filter(one -> one.verdict() == Verdict.FAIL))
        : PresetMechanisms.judge(criteria, row -> row(row, seen, derived, criteria));
  }

  private static RowJudgement row(
      AuthMech row, Seen seen, List<String> derived, Criteria criteria) {
    var crossings =
        seen.all(CrossLogins.class).stream()
            .flatMap(one -> one.crossings().stream())
            .filter(one -> one.mechanism().equals(row.id()))
            .toList();
    return seen.all(PresetComparisons.class).stream()
        .findFirst()
        .map(look ->
            new ComparisonReading(row, look, crossings, derived.contains(row.id()), criteria).row())
        .orElseGet(() -> oneSample(row));
  }

  /** Mechanisms whose passwords differ only because a rule makes them from public values. */
  private static List<String> derived(Seen seen, Criteria criteria) {
    return seen.all(PresetDerivations.class).isEmpty() || PresetPapers.asked(criteria)
        ? List.of()
        : Stream.of(new PresetNotDerived())
            .flatMap(rule -> rule.judge(seen, criteria).stream())
            .filter(row -> row.verdict() == Verdict.FAIL)
            .map(RowJudgement::subject)
            .toList();
  }

  private static RowJudgement oneSample(AuthMech row) {
    return RowJudgement.undecided(
        row.id(), Cause.NEEDS_SECOND_SAMPLE, "one sample has nothing to be compared with");
  }
}
