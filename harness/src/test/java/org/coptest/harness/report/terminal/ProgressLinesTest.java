package org.coptest.harness.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:09.4Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static Screen told(Screen screen, Verbosity verbosity) {
    var progress = new ProgressLines(screen.terminal, verbosity, CLOCK);
    progress.deviceStarted("cam-1", 4, 109);
    progress.probeStarted("cam-1", "attacksurface.tcp-sweep");
    progress.probeAt("cam-1", "attacksurface.tcp-sweep", "ports", 12_000, 65_535);
    progress.probeFinished(
        "cam-1",
        new ProbeOutcome.CouldNotLook(
            "transport.tls",
            NOW,
            Duration.ZERO,
            List.of(),
            Cause.RATE_LIMITED,
            "resets after 2 hellos"));
    progress.caseJudged("cam-1", judged("5.1-1-2", Verdict.FAIL, "telnet accepts admin/admin"));
    progress.caseJudged("cam-1", judged("5.6-1-1", Verdict.PASS, "as declared"));
    progress.finished();
    return screen;
  }

  private static CaseResult judged(String id, Verdict verdict, String reason) {
    return new CaseResult(
        id, "functional", verdict, Optional.empty(), reason, Optional.empty(), List.of());
  }

  @Test
  void printsOneLineAnEventWhereNobodyLooks() {
    var screen = told(Screen.terminal("CI", "true"), Verbosity.NORMAL);

    assertThat(screen.err.toString().lines())
        .containsExactly(
            "[12:00:09] start cam-1: 4 probes, 109 test cases",
            "[12:00:09] cam-1 transport.tls could not look: RATE_LIMITED, resets after 2 hellos",
            "[12:00:09] FAIL cam-1 5.1-1-2 telnet accepts admin/admin");
    assertThat(screen.out.toString()).isEmpty();
  }

  @Test
  void tellsEveryVerdictWhenVerbose() {
    assertThat(told(Screen.pipe(), Verbosity.VERY_VERBOSE).err.toString())
        .contains("attacksurface.tcp-sweep begins", "PASS cam-1 5.6-1-1 as declared");
  }

  @Test
  void saysNothingWhenQuiet() {
    assertThat(told(Screen.terminal(), Verbosity.QUIET).err.toString()).isEmpty();
  }

  @Test
  void leavesNothingOfTheLiveLine() {
    var text = told(Screen.terminal(), Verbosity.NORMAL).err.toString();

    assertThat(text).contains("cam-1 ░░░░░░░░░░░░░░░░ 0/4").endsWith("\n");
    assertThat(text.split("\n", -1))
        .extracting(line -> line.substring(line.lastIndexOf('\r') + 1))
        .noneMatch(line -> line.contains("░"));
  }
}
