package org.coptest.harness.report.terminal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.plan.PlannedProbe;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.Shown;
import org.coptest.harness.report.VerdictForm;
import org.coptest.harness.report.terminal.Terminal.Ink;
import org.coptest.spi.verdict.Verdict;

/**
 * Tells on standard error what a campaign does: a live line on a terminal, else one line an event.
 */
public final class ProgressLines implements CampaignProgress {
  private static final int BAR = 16;
  private final Terminal terminal;
  private final Verbosity verbosity;
  private final Clock clock;
  private final LiveLine live;
  private final Map<String, DeviceProgress> devices = new ConcurrentHashMap<>();

  /** For one campaign; the clock also gives the zone in which times are printed. */
  public ProgressLines(Terminal terminal, Verbosity verbosity, Clock clock) {
    this.terminal = terminal;
    this.verbosity = verbosity;
    this.clock = clock;
    this.live = new LiveLine(terminal, System::nanoTime);
  }

  @Override
  public void deviceStarted(DevicePlan device) {
    int probes = (int) device.probes().stream().filter(PlannedProbe::runs).count();
    deviceStarted(device.id(), probes, device.cases().size());
  }

  void deviceStarted(String device, int probes, int cases) {
    devices.put(device, new DeviceProgress(probes));
    event(
        Verbosity.NORMAL,
        "start %s: %d probes, %d test cases".formatted(Shown.sentence(device), probes, cases));
  }

  @Override
  public void probeStarted(DevicePlan device, String probe) {
    probeStarted(device.id(), probe);
  }

  void probeStarted(String device, String probe) {
    event(
        Verbosity.VERY_VERBOSE,
        "%s %s begins".formatted(Shown.sentence(device), Shown.sentence(probe)));
    show(device, probe);
  }

  @Override
  public void probeAt(String device, String probe, String what, long done, long total) {
    var far = total > 0 ? String.format(Locale.ROOT, " %,d of %,d", done, total) : "";
    show(device, probe + " " + what + far);
  }

  @Override
  public void probeFinished(DevicePlan device, ProbeOutcome outcome) {
    probeFinished(device.id(), outcome);
  }

  void probeFinished(String device, ProbeOutcome outcome) {
    of(device).probeDone();
    var head = Shown.sentence(device) + " " + Shown.sentence(outcome.probe());
    switch (outcome) {
      case ProbeOutcome.Observed seen ->
          event(Verbosity.VERBOSE, head + " looked, " + millis(seen.took()));
      case ProbeOutcome.CouldNotLook could ->
          event(
              Verbosity.NORMAL,
              "%s could not look: %s, %s"
                  .formatted(head, could.cause(), Shown.sentence(could.reason())));
    }
  }

  private static String millis(Duration took) {
    return String.format(Locale.ROOT, "%,d ms", took.toMillis());
  }

  @Override
  public void caseJudged(DevicePlan device, CaseResult result) {
    caseJudged(device.id(), result);
  }

  void caseJudged(String device, CaseResult result) {
    var isTold = result.verdict() == Verdict.FAIL || result.verdict() == Verdict.ERROR;
    if (result.verdict() == Verdict.FAIL) {
      of(device).failed();
    }
    var word = VerdictForm.of(result.verdict()).word();
    event(
        isTold ? Verbosity.NORMAL : Verbosity.VERBOSE,
        "%s %s %s %s"
            .formatted(
                isTold ? terminal.progressInk(Ink.RED, word) : word,
                Shown.sentence(device),
                Shown.sentence(result.id()),
                Shown.sentence(result.reason())));
  }

  @Override
  public void deviceFinished(DevicePlan device, TargetResult result) {
    deviceFinished(device.id(), result);
  }

  void deviceFinished(String device, TargetResult result) {
    var failed = of(device).failures();
    devices.remove(device);
    event(
        Verbosity.NORMAL,
        "done  %s: %s"
            .formatted(
                Shown.sentence(device),
                failed == 0 ? "no test case failed" : failed + " test cases failed"));
    live.erase();
  }

  /** Removes the live line; for the end of the campaign. */
  public void finished() {
    live.erase();
  }

  private DeviceProgress of(String device) {
    return devices.computeIfAbsent(device, unknown -> new DeviceProgress(0));
  }

  private void event(Verbosity from, String line) {
    if (verbosity.atLeast(from)) {
      var time = LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
      live.print(String.format(Locale.ROOT, "[%tT] %s", time, line));
    }
  }

  private void show(String device, String what) {
    if (verbosity == Verbosity.QUIET) {
      return;
    }
    var progress = of(device);
    int full = progress.done() * BAR / Math.max(1, progress.probes());
    var bar =
        terminal.marks().full().repeat(Math.min(BAR, full))
            + terminal.marks().empty().repeat(Math.max(0, BAR - full));
    var others = devices.size() > 1 ? " (%d devices)".formatted(devices.size()) : "";
    live.show(
        "  %s %s %d/%d %s%s"
            .formatted(
                Shown.text(device, 20),
                bar,
                progress.done(),
                progress.probes(),
                Shown.text(what, 80),
                others));
  }
}
