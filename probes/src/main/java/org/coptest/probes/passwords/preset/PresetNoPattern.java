package org.coptest.probes.passwords.preset;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.verdict.RowJudgement;

/**
 * 5.1-2: preset passwords are strong and follow no pattern. Where the suite sets {@code requires},
 * papers decide and what was computed can only refute them.
 */
@AutoService(Rule.class)
public final class PresetNoPattern implements Rule {

  @Override
  public String id() {
    return "passwords.preset-no-pattern";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Set<String> values() {
    return Set.of(
        PresetPapers.REQUIRES,
        PatternReading.ASPECTS,
        StrengthReading.BITS,
        StrengthReading.BITS_BEHIND_LOCK_OUT);
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var patterns = seen.only(PresetPatterns.class);
    return PresetPapers.asked(criteria)
        ? PresetPapers.judge(
            seen,
            criteria,
            row -> reading(row, patterns, criteria).flatMap(PatternReading::against))
        : PresetMechanisms.judge(
            criteria,
            row ->
                reading(row, patterns, criteria)
                    .map(PatternReading::row)
                    .orElseGet(() ->
                        PresetMechanisms.missing(
                            row.id(), PresetMechanisms.path(row, "password"))));
  }

  private static Optional<PatternReading> reading(
      AuthMech row, PresetPatterns patterns, Criteria criteria) {
    return patterns.mechanisms().stream()
        .filter(one -> one.id().equals(row.id()))
        .findFirst()
        .map(one -> new PatternReading(row, one, patterns.control(), criteria));
  }
}
