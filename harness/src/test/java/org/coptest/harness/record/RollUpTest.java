package org.coptest.harness.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollUpTest {

  @Test
  void neverPassesAUnitWithoutRows() {
    var unit = RollUp.unit("a", Optional.empty(), true, List.of());

    assertThat(unit.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(unit.cause()).contains(Cause.COVERAGE_PARTIAL);
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void takesTheWorseOfTwoRowsWhateverTheirOrder(Verdict other) {
    for (var verdict : Verdict.values()) {
      var worse = verdict.compareTo(other) <= 0 ? verdict : other;
      assertThat(RollUp.unit("a", Optional.empty(), true, List.of(row(verdict), row(other))))
          .extracting(UnitResult::verdict)
          .isEqualTo(worse);
      assertThat(RollUp.unit("a", Optional.empty(), true, List.of(row(other), row(verdict))))
          .extracting(UnitResult::verdict)
          .isEqualTo(worse);
    }
  }

  @Test
  void givesTheReasonOfTheFirstOfTheWorst() {
    var rows =
        List.of(
            Samples.row(Verdict.PASS, Optional.empty(), "fine"),
            Samples.row(Verdict.FAIL, Optional.empty(), "first"),
            Samples.row(Verdict.FAIL, Optional.empty(), "second"));

    assertThat(RollUp.unit("a", Optional.empty(), true, rows).reason()).isEqualTo("first");
  }

  @Test
  void neverPassesATestCaseWithoutUnits() {
    var one = RollUp.testCase("5.1-1-1", "functional", List.of(), Optional.of(Verdict.PASS));

    assertThat(one.verdict()).isEqualTo(Verdict.NOT_TESTED);
    assertThat(one.prepared()).isEmpty();
  }

  @Test
  void keepsWhatWasPreparedOnlyWhileAPersonHasToSign() {
    var pending = unit(Verdict.PENDING, Optional.of(Cause.NEEDS_ASSESSOR), true);
    var failed = unit(Verdict.FAIL, Optional.empty(), true);
    var prepared = Optional.of(Verdict.PASS);

    assertThat(RollUp.testCase("c", "conceptual", List.of(pending), prepared).prepared())
        .contains(Verdict.PASS);
    assertThat(RollUp.testCase("c", "conceptual", List.of(pending, failed), prepared).prepared())
        .isEmpty();
  }

  @Test
  void showsATestCaseThatBroughtNoResultAsAFaultOfTheHarness() {
    var heads = List.of(head("5.1-1", "M", "5.1-1-1", "5.1-1-2"));

    var provisions = RollUp.provisions(heads, List.of(Samples.judged("5.1-1-1", Verdict.PASS)));

    assertThat(provisions.get(0).verdict()).isEqualTo(Verdict.ERROR);
    assertThat(provisions.get(0).cases()).extracting(CaseResult::id).contains("5.1-1-2");
  }

  @Test
  void refusesAResultThatBelongsToNoProvision() {
    var heads = List.of(head("5.1-1", "M", "5.1-1-1"));
    var stray = List.of(Samples.judged("9.9-9-9", Verdict.PASS));

    assertThatThrownBy(() -> RollUp.provisions(heads, stray)).hasMessageContaining("9.9-9-9");
  }

  @Test
  void neverPassesAProvisionWithoutTestCases() {
    assertThat(RollUp.provision(head("5.1-1", "M"), List.of()).verdict())
        .isEqualTo(Verdict.NOT_TESTED);
  }

  @Test
  void countsInObservedWhatAProbeWasToDecideWhateverItCameTo() {
    for (var verdict : List.of(Verdict.INCONCLUSIVE, Verdict.ERROR, Verdict.NOT_TESTED)) {
      assertThat(
              RollUp.observed(
                  cases(
                      unit(Verdict.PASS, Optional.empty(), true),
                      unit(verdict, Optional.of(Cause.COVERAGE_PARTIAL), true))))
          .contains(verdict);
    }
  }

  @Test
  void leavesOutOfObservedWhatNoProbeCanDecide() {
    assertThat(
            RollUp.observed(
                cases(
                    unit(Verdict.PASS, Optional.empty(), true),
                    unit(Verdict.PENDING, Optional.of(Cause.NEEDS_ASSESSOR), false),
                    unit(Verdict.PENDING, Optional.of(Cause.NEEDS_ASSESSOR), true),
                    unit(Verdict.INCONCLUSIVE, Optional.of(Cause.MISSING_INPUT), false),
                    unit(Verdict.NOT_APPLICABLE, Optional.empty(), true))))
        .contains(Verdict.PASS);
  }

  @Test
  void isNotObservedWhenTheOperatorDidNotDoTheProbesStep() {
    assertThat(
            RollUp.observed(
                cases(
                    unit(Verdict.PASS, Optional.empty(), true),
                    unit(Verdict.PENDING, Optional.of(Cause.NEEDS_OPERATOR), true))))
        .contains(Verdict.PENDING);
  }

  @Test
  void observesNothingWhenNoUnitHasAProbe() {
    assertThat(RollUp.observed(cases(unit(Verdict.PASS, Optional.empty(), false)))).isEmpty();
  }

  @Test
  void observesPapersThatAProbeContradicted() {
    var contradicted =
        new UnitResult(
            "a",
            Verdict.FAIL,
            Optional.empty(),
            "r",
            Optional.empty(),
            false,
            List.of(row(Verdict.FAIL)));

    assertThat(RollUp.observed(cases(contradicted))).contains(Verdict.FAIL);
  }

  @Test
  void neverFailsADeviceForARecommendation() {
    var provisions =
        List.of(
            RollUp.provision(head("5.1-1", "M", "m"), List.of(Samples.judged("m", Verdict.PASS))),
            RollUp.provision(head("5.2-2", "R", "r"), List.of(Samples.judged("r", Verdict.FAIL))));

    assertThat(RollUp.device(provisions)).isEqualTo(Verdict.PASS);
  }

  @Test
  void neverPassesADeviceWithoutAMandatoryProvision() {
    var onlyAdvice =
        List.of(
            RollUp.provision(head("5.2-2", "R", "r"), List.of(Samples.judged("r", Verdict.PASS))));

    assertThat(RollUp.device(onlyAdvice)).isEqualTo(Verdict.NOT_TESTED);
  }

  private static ProvisionHead head(String id, String status, String... cases) {
    return new ProvisionHead(id, "5.1", status, "a claim", List.of(cases));
  }

  private static List<CaseResult> cases(UnitResult... units) {
    return List.of(RollUp.testCase("5.1-1-1", "functional", List.of(units), Optional.empty()));
  }

  private static UnitResult unit(Verdict verdict, Optional<Cause> cause, boolean probed) {
    return new UnitResult("a", verdict, cause, "r", Optional.empty(), probed, List.of());
  }

  private static RowResult row(Verdict verdict) {
    return Samples.row(verdict, Optional.empty(), "r");
  }
}
