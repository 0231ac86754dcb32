package org.coptest.probes.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.spi.declaration.Support;
import org.coptest.spi.declaration.SupportClaim;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecommendationsJustifiedTest {
  private static List<RowJudgement> judge(Map<String, SupportClaim> ics) {
    var target = Declared.target("ixit", Declared.ixit(), "ics", ics);
    return new RecommendationsJustified().judge(RecordedSeen.of(), Declared.criteria(target));
  }

  private static SupportClaim claim(Support support, String detail) {
    return Declared.row(SupportClaim.class, "support", support, "detail", detail);
  }

  private static RowJudgement only(SupportClaim claim) {
    var rows = judge(Map.of("5.3-11", claim));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void preparesARealReason() {
    var row =
        (RowJudgement.Undecided)
            only(claim(Support.NO, "the lamp has no display and no companion app"));
    assertThat(row.subject()).isEqualTo("5.3-11");
    assertThat(row.prepared()).contains(Verdict.PASS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "n/a",
        "N/A.",
        "tbd",
        "TODO",
        "none",
        "----------------",
        "not applicable",
        "Not  applicable!",
        "to be defined",
        "xxxxxxxxxxxxxx",
        "because"
      })
  void failsAPlaceholder(String detail) {
    var row = only(claim(Support.NO, detail));
    assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(((RowJudgement.Fail) row).sightings().place()).isEqualTo("targets.yaml:1:1");
  }

  @Test
  void failsAMissingReasonOfAnInapplicableProvision() {
    var bare = Declared.row(SupportClaim.class, "support", Support.NOT_APPLICABLE);
    var row = only(bare);
    assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(row.reason()).contains("ics[5.3-11].detail");
  }

  @Test
  void preparesAnIcsThatClaimsEverything() {
    var row = (RowJudgement.Undecided) only(claim(Support.YES, ""));
    assertThat(row.prepared()).contains(Verdict.PASS);
  }

  @Test
  void asksForTheIcs() {
    var row = (RowJudgement.Undecided) judge(Map.of()).get(0);
    assertThat(row.cause()).isEqualTo(Cause.MISSING_INPUT);
  }
}
