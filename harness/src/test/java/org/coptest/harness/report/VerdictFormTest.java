package org.coptest.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.model.Status;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictFormTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "PASS,PASSED,'',OK",
        "FAIL,FAILED,'FAIL ',FAILURE",
        "INCONCLUSIVE,BROKEN,'INCONCLUSIVE ',ERROR",
        "ERROR,BROKEN,'ERROR ',ERROR",
        "NOT_APPLICABLE,SKIPPED,'NOT APPLICABLE ',SKIPPED",
        "NOT_TESTED,SKIPPED,'NOT TESTED ',SKIPPED",
        "PENDING,SKIPPED,'PENDING ',SKIPPED"
      })
  void showsEachVerdictAsTheTableSays(
      Verdict verdict, Status allure, String prefix, VerdictForm.JUnit junit) {
    var form = VerdictForm.of(verdict);

    assertThat(form.allure()).isEqualTo(allure.value());
    assertThat(form.allurePrefix()).isEqualTo(prefix);
    assertThat(form.junit()).isEqualTo(junit);
  }

  @Test
  void knowsEveryVerdictOnce() {
    assertThat(Verdict.values()).extracting(VerdictForm::of).doesNotHaveDuplicates().hasSize(7);
  }
}
