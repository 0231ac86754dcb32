package org.coptest.bench.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.coptest.bench.measure.Cost;
import org.coptest.bench.measure.Meter;
import org.coptest.bench.measure.Processor;
import org.coptest.bench.measure.ScratchFolder;
import org.coptest.bench.measure.Table;

/**
 * Runs a fleet on paper and prints what it took: {@code FleetRun DEVICES CASES TARGET_SECONDS
 * [TEMPLATES]}; with a folder of report templates it also writes the Allure results.
 */
public final class FleetRun {
  private static final int PARALLEL = 4;

  private FleetRun() {}

  /** Prints a table; exits with 1 when a verdict is missing, whatever the time was. */
  public static void main(String[] args) throws IOException {
    var fleet =
        new PaperFleet(
            Integer.parseInt(args[0]), new PaperSuite(Integer.parseInt(args[1])), PARALLEL);
    var target = Duration.ofSeconds(Long.parseLong(args[2]));
    try (var scratch = ScratchFolder.make()) {
      var folder = scratch.path().resolve("campaign");
      double before = Processor.load();
      var meter = new Meter();
      var campaign = new FleetCampaign(folder);
      campaign.run(fleet);
      if (args.length > 3) {
        campaign.allure(fleet.suite().catalogue(), Path.of(args[3]));
      }
      print(fleet, campaign, meter.read(), before, target);
      print(Written.below(folder), BareFiles.measured(scratch.path()));
      Outcome.of(folder).check(fleet, args.length > 3);
    }
  }

  private static void print(Written written, BareFiles bare) {
    System.out.printf(
        Locale.ROOT,
        "%n%,d files, %s; here and now the disk alone takes %d us (processor %d us) for one%n",
        written.files(),
        Table.mebibytes(written.bytes()),
        bare.wall().toNanos() / 1_000,
        bare.processor().toNanos() / 1_000);
  }

  private static void print(
      PaperFleet fleet, FleetCampaign campaign, Cost cost, double loadBefore, Duration target) {
    var stages = new Table("stage", "wall");
    campaign.stages().forEach((name, took) -> stages.row(name, Table.seconds(took)));
    System.out.printf(
        Locale.ROOT,
        "%n%,d devices x %d cases, %d at a time, %d cores, load %.1f before and %.1f after%n%n",
        fleet.devices(),
        fleet.suite().cases(),
        fleet.parallel(),
        Processor.cores(),
        loadBefore,
        cost.load());
    System.out.println(stages.text() + "\n");
    var limit = Runtime.getRuntime().maxMemory();
    System.out.println(
        new Table("measure", "value", "target", "")
            .row(
                "wall",
                Table.seconds(cost.wall()),
                Table.seconds(target),
                Table.met(cost.wall().compareTo(target) <= 0))
            .row("processor", Table.seconds(cost.processor()), "", "")
            .row(
                "most heap used",
                Table.mebibytes(cost.heapUsed()),
                Table.mebibytes(limit),
                Table.met(cost.heapUsed() <= limit))
            .row("most heap live", Table.mebibytes(cost.heapLive()), "", "")
            .text());
  }
}
