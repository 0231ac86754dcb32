package org.coptest.harness.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.report.SampleRuns;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {
  private static final Catalogue CATALOGUE = SampleRuns.catalogue();
  private final Explanation explanation = new Explanation(CATALOGUE);

  private String found(String asked) {
    return text(explanation.of(asked));
  }

  private static String text(Explanation.Answer answer) {
    return ((Explanation.Answer.Found) answer).text();
  }

  @Test
  void explainsAProvisionWithItsUnits() {
    assertThat(found("5.1-1"))
        .contains("5.1-1  Passwords are unique", "Mandatory", "passwords-used")
        .contains("5.1-1-2  functional", "passwords.ssh-defaults", "rule:     passwords.no-default")
        .contains("reads:    ixit.authMech[factor=password].password.origin")
        .contains("by a person: the first set-up")
        .endsWith("coptest run --only 5.1-1 -v");
  }

  @Test
  void explainsEveryProvision() {
    for (var provision : CATALOGUE.provisions()) {
      assertThat(found(provision.id())).contains(provision.title());
    }
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void explainsEveryCause(Cause cause) {
    assertThat(found(cause.name()))
        .startsWith(cause + ": ")
        .contains("Would settle it: " + cause.settledBy());
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void explainsEveryVerdict(Verdict verdict) {
    assertThat(found(verdict.name().replace('_', ' '))).contains(": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.1",
        "CoP-01",
        "5.1-1-2",
        "5.1-1-2 c",
        "attacksurface.tcp-sweep",
        "passwords.no-default-credential",
        "passwords-used",
        "target-died"
      })
  void explainsWhatUsersSee(String asked) {
    assertThat(found(asked)).isNotBlank();
  }

  @Test
  void namesTheNearestIds() {
    assertThat(((Explanation.Answer.Unknown) explanation.of("5.1-9")).nearest())
        .isNotEmpty()
        .anyMatch(id -> id.startsWith("5.1-"));
    assertThat(((Explanation.Answer.Unknown) explanation.of("TARGET_DEAD")).nearest())
        .contains("TARGET_DIED");
  }

  @Test
  void explainsARowOfARun() {
    var run = SampleRuns.lab(CATALOGUE);

    for (var asked :
        new String[] {"5.6-1-2 b tcp/8080", "cam-bad:5.6-1-2 b:tcp/8080", "tcp/8080"}) {
      assertThat(text(explanation.row(run, asked)))
          .startsWith("FAIL  cam-bad:5.6-1-2 b:tcp/8080")
          .contains("expected", "targets.yaml:48", "evidence/T-0011-tcp-sweep.txt  sha256");
    }
  }

  @Test
  void namesTheNearestRows() {
    var answer = explanation.row(SampleRuns.lab(CATALOGUE), "cam-bad:5.6-1-2 b:tcp/8081");

    assertThat(((Explanation.Answer.Unknown) answer).nearest())
        .contains("cam-bad:5.6-1-2 b:tcp/8080");
  }
}
