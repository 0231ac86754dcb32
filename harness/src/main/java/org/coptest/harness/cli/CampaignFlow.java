package org.coptest.harness.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.engine.LabEngine;
import org.coptest.harness.engine.Stop;
import org.coptest.harness.record.Campaign;
import org.coptest.harness.report.ExitCode;
import org.coptest.harness.report.Gate;
import org.coptest.harness.report.JsonLines;
import org.coptest.harness.report.terminal.Ending;
import org.coptest.harness.report.terminal.ProgressLines;
import org.coptest.harness.report.terminal.Surroundings;
import org.coptest.harness.report.terminal.Terminal;
import org.coptest.harness.report.terminal.TerminalSummary;
import org.coptest.harness.report.terminal.Verbosity;

/** A whole campaign as a command sees it: progress, record, reports, the final block. */
final class CampaignFlow {
  private final Home home;
  private final Prepared prepared;
  private final RunOptions options;
  private final LabSuites labSuites;
  private final Streams streams;
  private final Terminal terminal;

  CampaignFlow(
      Home home, Prepared prepared, RunOptions options, LabSuites labSuites, Streams streams) {
    this.home = home;
    this.prepared = prepared;
    this.options = options;
    this.labSuites = labSuites;
    this.streams = streams;
    this.terminal = Terminal.of(streams.out(), streams.err(), options.color(), Surroundings.here());
  }

  /** Runs to the end, with reports and Allure pages. */
  CampaignSession.Finished run(Gate gate) {
    return run(gate, options.html());
  }

  /** As {@link #run} without Allure pages, which a pipeline seldom reads. */
  CampaignSession.Finished gate(Gate gate) {
    return run(gate, false);
  }

  private CampaignSession.Finished run(Gate gate, boolean html) {
    var suites = labSuites.suites();
    var json = new JsonLines(streams.out());
    var lines = new ProgressLines(terminal, verbosity(), Clock.systemUTC());
    CampaignProgress progress = options.json() ? json : lines;
    var session = new CampaignSession(prepared, progress, Clock.systemUTC());
    var campaign =
        options.resume().map(session::resume).orElseGet(() -> session.begin(options.out()));
    if (!options.quiet() && !options.json()) {
      terminal.err().println("Recording in " + campaign.folder().root());
    }
    var finished = uninterrupted(session, campaign, gate, suites);
    lines.finished();
    report(finished, json, html);
    return finished;
  }

  private Verbosity verbosity() {
    return Verbosity.of(options.quiet(), options.verbosity());
  }

  /** On Ctrl-C or SIGTERM the process waits until the record is closed, but not for ever. */
  private static CampaignSession.Finished uninterrupted(
      CampaignSession session, Campaign campaign, Gate gate, List<LabEngine.Suites> suites) {
    var closed = new CountDownLatch(1);
    var hook = new Thread(() -> stopped(session.stop(), closed), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return session.run(campaign, gate, suites);
    } finally {
      closed.countDown();
      if (!session.stop().isAsked()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  private static void stopped(Stop stop, CountDownLatch closed) {
    stop.now();
    try {
      closed.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(CampaignSession.Finished finished, JsonLines json, boolean html) {
    var written = new CampaignReports(home, prepared.loaded().catalogue());
    var notes = new ArrayList<>(written.write(finished.document(), finished.folder()));
    var stopped = finished.exit() == ExitCode.INTERRUPTED;
    if (html && !stopped && !options.json()) {
      written.pages(finished.folder(), false).ifPresent(notes::add);
    }
    if (options.json()) {
      json.finished(
          finished.document(),
          prepared.loaded().catalogue(),
          finished.folder(),
          finished.exit().code());
      return;
    }
    var next = next(finished, stopped);
    var ending =
        new Ending(Optional.of(finished.decision()), written.files(), List.copyOf(notes), next);
    new TerminalSummary(terminal, prepared.loaded().catalogue()).print(finished.document(), ending);
  }

  private static String next(CampaignSession.Finished finished, boolean stopped) {
    var folder = finished.folder().root();
    if (stopped) {
      return "coptest run --resume " + folder + "   (goes on where it stopped)";
    }
    return finished.decision().failed().isEmpty()
        ? "coptest report " + folder + "   (writes the reports again)"
        : "coptest explain " + folder + " " + finished.decision().failed().get(0).provision().id();
  }
}
