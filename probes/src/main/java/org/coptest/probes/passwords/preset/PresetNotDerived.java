package org.coptest.probes.passwords.preset;

import com.google.auto.service.AutoService;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.verdict.RowJudgement;

/**
 * 5.1-2: no preset password follows from what the device tells everyone. Where the suite sets
 * {@code requires}, papers decide and the search can only refute them.
 */
@AutoService(Rule.class)
public final class PresetNotDerived implements Rule {

  @Override
  public String id() {
    return "passwords.preset-not-derived";
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
    // The look at several samples says all that the look at one does.
    var looks =
        seen.all(PresetDerivations.class).stream()
            .sorted(Comparator.comparing(PresetDerivations::samples).reversed())
            .toList();
    return PresetPapers.asked(criteria)
        ? PresetPapers.judge(seen, criteria, row -> reading(row, looks, criteria).against())
        : PresetMechanisms.judge(criteria, row -> reading(row, looks, criteria).row());
  }

  private static DerivationReading reading(
      AuthMech row, List<PresetDerivations> looks, Criteria criteria) {
    return looks.stream()
        .flatMap(look -> of(row, look, criteria).stream())
        .findFirst()
        .orElseGet(() -> DerivationReading.unknown(row, criteria));
  }

  private static Optional<DerivationReading> of(
      AuthMech row, PresetDerivations look, Criteria criteria) {
    return look.mechanisms().stream()
        .filter(one -> one.id().equals(row.id()))
        .findFirst()
        .map(one -> new DerivationReading(row, Optional.of(one), look.control(), criteria));
  }
}
