package org.coptest.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
  private static final Catalogue CATALOGUE = SampleRuns.catalogue();

  @ParameterizedTest
  @CsvSource({
    "PASS,PASS,PASS",
    "PENDING,PASS,PASS",
    "FAIL,FAIL,FAIL",
    "FAIL,PASS,FAILS_ON_PAPER",
    "FAIL,,FAILS_ON_PAPER",
    "INCONCLUSIVE,INCONCLUSIVE,UNDECIDED",
    "ERROR,ERROR,UNDECIDED",
    "NOT_TESTED,NOT_TESTED,UNDECIDED",
    "PENDING,,AWAITS_ASSESSOR",
    "PASS,,SIGNED",
    "NOT_TESTED,,NOT_TESTED",
    "NOT_APPLICABLE,,NOT_APPLICABLE"
  })
  void standsInOnePlace(Verdict verdict, Verdict observed, Standing standing) {
    var provision =
        new ProvisionResult(
            "5.1-1", "5.1", "M", "title", verdict, Optional.ofNullable(observed), List.of());

    assertThat(Standing.of(provision)).isEqualTo(standing);
  }

  @Test
  void countsEachProvisionOnce() {
    for (var target : SampleRuns.lab(CATALOGUE).targets()) {
      assertThat(Standing.count(target.provisions()).values().stream().mapToInt(i -> i).sum())
          .isEqualTo(CATALOGUE.provisions().size());
    }
  }

  @Test
  void neverSaysConformsWhileCasesArePending() {
    var run = SampleRuns.lab(CATALOGUE);

    assertThat(run.targets())
        .extracting(target -> Statement.of(target, CATALOGUE))
        .containsExactly(Statement.DOES_NOT_CONFORM, Statement.NO_FAILURE, Statement.NO_VERDICT);
    assertThat(Statement.counts(run.targets().get(1), "·"))
        .startsWith(CATALOGUE.provisions().size() + " provisions · observed: ")
        .contains("await an assessor");
  }
}
