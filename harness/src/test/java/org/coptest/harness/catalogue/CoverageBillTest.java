package org.coptest.harness.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coptest.spi.Policies;
import org.coptest.spi.SuiteValues;
import org.junit.jupiter.api.Test;

class CoverageBillTest {

  private static final TestUnit NETWORK = ruled(Means.NETWORK);
  private static final TestUnit DOCUMENTS = ruled(Means.DOCUMENTS);
  private static final TestUnit PERSON = reasoned(Means.PERSON);

  @Test
  void onlyAProvenCaseIsAutomated() {
    var testCase = testCase("1-1-1", NETWORK, PERSON);

    assertThat(CoverageBill.coverage(testCase, Set.of("1-1-1"))).isEqualTo(Coverage.AUTOMATED);
    assertThat(CoverageBill.coverage(testCase, Set.of("1-1-2"))).isNotEqualTo(Coverage.AUTOMATED);
  }

  @Test
  void aRuleThatNothingProvesIsNotCoverage() {
    assertThat(unproven(NETWORK)).isEqualTo(Coverage.NOT_YET);
    assertThat(unproven(DOCUMENTS, NETWORK)).isEqualTo(Coverage.NOT_YET);
  }

  @Test
  void theUnitThatNeedsMostDecides() {
    assertThat(unproven(DOCUMENTS, DOCUMENTS)).isEqualTo(Coverage.DOCUMENTS);
    assertThat(unproven(DOCUMENTS, PERSON)).isEqualTo(Coverage.PERSON);
    assertThat(unproven(PERSON, reasoned(Means.NOT_YET))).isEqualTo(Coverage.NOT_YET);
  }

  @Test
  void firmwareCountsOnceSomethingReadsIt() {
    assertThat(unproven(reasoned(Means.FIRMWARE))).isEqualTo(Coverage.NOT_YET);
    assertThat(unproven(ruled(Means.FIRMWARE))).isEqualTo(Coverage.FIRMWARE);
  }

  @Test
  void everyCaseIsCountedOnce() {
    var bill =
        CoverageBill.of(
            catalogue(testCase("1-1-1", NETWORK), testCase("1-1-2", PERSON)), Set.of("1-1-1"));

    assertThat(bill.cases()).isEqualTo(2);
    assertThat(bill.total(Coverage.AUTOMATED)).isEqualTo(1);
    assertThat(bill.lines().get(0).count(Coverage.PERSON)).isEqualTo(1);
    assertThat(bill.lines().get(0).cases()).isEqualTo(2);
  }

  @Test
  void refusesAProofOfACaseThatIsNotThere() {
    assertThatThrownBy(() -> CoverageBill.of(catalogue(), Set.of("9-9-9")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9-9-9");
  }

  @Test
  void proofsAreOneIdALineWithRemarks() {
    assertThat(CoverageProofs.parse("# all\n5.6-1-2  # ports\n\n5.5-1-2\n"))
        .containsExactlyInAnyOrder("5.6-1-2", "5.5-1-2");
  }

  @Test
  void noListMeansNothingIsProven() {
    assertThat(CoverageProofs.load(ClassLoader.getPlatformClassLoader())).isEmpty();
  }

  private static Coverage unproven(TestUnit... units) {
    return CoverageBill.coverage(testCase("1-1-1", units), Set.of());
  }

  private static TestCase testCase(String id, TestUnit... units) {
    return new TestCase(id, Kind.FUNCTIONAL, "show it", Stream.of(units).toList());
  }

  private static Catalogue catalogue(TestCase... cases) {
    var provision =
        new Provision(
            "1-1",
            "a claim",
            Status.MANDATORY,
            Optional.empty(),
            "show it",
            Stream.of(cases).toList());
    var guideline = new Guideline("1", 1, "a heading", "what it means", List.of(provision));
    return new Catalogue(
        "id", "title", List.of(guideline), List.of(), new Policies(List.of()), "00");
  }

  private static TestUnit ruled(Means means) {
    return unit(means, Optional.of("topic.rule"), Optional.empty());
  }

  private static TestUnit reasoned(Means means) {
    return unit(means, Optional.empty(), Optional.of("somebody has to look"));
  }

  private static TestUnit unit(Means means, Optional<String> rule, Optional<String> reason) {
    return new TestUnit(
        "a", "show it", means, List.of(), rule, SuiteValues.none(), Optional.empty(), reason);
  }
}
