package org.coptest.harness.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.report.Gate;
import org.coptest.harness.report.SampleRuns;
import org.junit.jupiter.api.Test;

class TerminalSummaryTest {
  private static final Catalogue CATALOGUE = SampleRuns.catalogue();
  private static final RunDocument RUN = SampleRuns.lab(CATALOGUE);

  private static List<String> printed(Screen screen, RunDocument run) {
    var ending =
        new Ending(
            Optional.of(Gate.standard().decide(run)),
            List.of(new Ending.Written("Report", Path.of("out/report/index.html"))),
            List.of("no Allure generator is here"),
            "coptest explain 5.6-1");
    new TerminalSummary(screen.terminal, CATALOGUE).print(run, ending);
    return screen.out.toString().lines().toList();
  }

  @Test
  void tellsWhatFailedWithEvidenceAndHowToSeeItAgain() {
    var text = String.join("\n", printed(Screen.pipe(), SampleRuns.only(RUN, "cam-bad")));

    assertThat(text)
        .contains("FAIL 5.6-1-2 b tcp/8080", "FAIL 5.1-1-2 c authMech:console")
        .contains("evidence:  T-0007", "reproduce: coptest run --device cam-bad --only 5.6-1-2 -vv")
        .contains("cam-bad: DOES NOT CONFORM", "exit 1");
  }

  @Test
  void neverSaysConformsWhileCasesArePending() {
    var text = String.join("\n", printed(Screen.pipe(), SampleRuns.only(RUN, "cam-good")));

    assertThat(text)
        .contains(
            "cam-good: no failure seen · %d provisions".formatted(CATALOGUE.provisions().size()))
        .containsPattern("await\\s+an\\s+assessor")
        .doesNotContain("CONFORM", "FAIL", "%");
  }

  @Test
  void aDeviceThatNeverAnsweredHasNoVerdict() {
    var text = String.join("\n", printed(Screen.pipe(), SampleRuns.only(RUN, "plug-02")));

    assertThat(text).contains("plug-02: no verdict").contains("exit 3");
  }

  @Test
  void theLastLineIsTheNextCommand() {
    var lines = printed(Screen.pipe(), RUN);

    assertThat(lines.get(lines.size() - 1)).isEqualTo("Next:     coptest explain 5.6-1");
    assertThat(lines).contains("Report:   out/report/index.html");
  }

  @Test
  void aLinePerGuidelineCountsProvisions() {
    var lines = printed(Screen.pipe(), SampleRuns.only(RUN, "cam-bad"));

    assertThat(lines).anyMatch(line -> line.startsWith("  CoP-06 ") && line.contains("✘ 1"));
  }

  @Test
  void saysTheSameWithoutColoursAndSigns() {
    var lines =
        printed(Screen.terminal("LC_ALL", "C", "NO_COLOR", "1"), SampleRuns.only(RUN, "cam-bad"));

    assertThat(String.join("\n", lines)).contains("FAIL 1", "wait 2");
    assertThat(String.join("", lines).chars()).allMatch(c -> c >= 0x20 && c < 0x7f);
    assertThat(lines)
        .filteredOn(line -> !line.contains("reproduce"))
        .allMatch(line -> line.length() <= 120);
  }
}
