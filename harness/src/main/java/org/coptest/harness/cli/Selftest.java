package org.coptest.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.record.UnitResult;
import org.coptest.harness.report.Gate;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.RecordBinder;
import org.coptest.harness.yaml.YamlDocument;

/**
 * Runs every emulated device of the matrix and holds this build to the verdicts expected of it; the
 * matrix lies on the class path under {@code org/coptest/selftest}.
 */
final class Selftest {
  private static final String PLACE = "org/coptest/selftest/";
  private final Home home;
  private final PrintWriter err;

  Selftest(Home home, PrintWriter err) {
    this.home = home;
    this.err = err;
  }

  SelftestOutcome run() {
    try {
      var folder = Files.createTempDirectory("coptest-selftest");
      var file = folder.resolve("targets.yaml");
      Files.write(file, resource("targets.yaml"));
      var options = new PlanOptions();
      options.targets(List.of(file));
      var prepared = Prepared.from(options, home, Clock.systemUTC());
      var session = new CampaignSession(prepared, new DeviceLines(err), Clock.systemUTC());
      var campaign = session.begin(Optional.of(folder.resolve("campaign")));
      var finished = session.run(campaign, Gate.standard(), List.of());
      return compared(prepared, finished.document());
    } catch (IOException unwritable) {
      throw new UsageException("the self-test needs a writable temporary folder: " + unwritable);
    }
  }

  private SelftestOutcome compared(Prepared prepared, RunDocument run) {
    var outcome = new SelftestOutcome(prepared.loaded().catalogue());
    for (var target : run.targets()) {
      var expected = expectation(target.id());
      var units = units(target.id(), run);
      expected.units().forEach((unit, verdict) -> outcome.hold(expected, unit, verdict, units));
      expected.never().forEach((unit, verdicts) -> outcome.bar(expected, unit, verdicts, units));
    }
    return outcome;
  }

  private static Map<String, UnitResult> units(String device, RunDocument run) {
    var units = new LinkedHashMap<String, UnitResult>();
    run.targets().stream()
        .filter(target -> target.id().equals(device))
        .flatMap(target -> target.provisions().stream())
        .flatMap(provision -> provision.cases().stream())
        .forEach(one -> one.units().forEach(unit -> units.put(one.id() + " " + unit.id(), unit)));
    return units;
  }

  private static Expectation expectation(String device) {
    var name = "expected/" + device + ".yaml";
    var problems = new Problems();
    var bound =
        YamlDocument.parse(name, resource(name), problems)
            .flatMap(root -> RecordBinder.bind(root, Expectation.class, "", problems));
    problems.throwIfAny();
    return bound.orElseThrow();
  }

  private static byte[] resource(String name) {
    try (InputStream in = Selftest.class.getClassLoader().getResourceAsStream(PLACE + name)) {
      if (in == null) {
        throw new UsageException(
            "this build has no self-test matrix (%s%s is missing)".formatted(PLACE, name));
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** How a device of the matrix behaves, for the counts. */
  enum Kind {
    PLAIN,
    TRICKY,
    DEAD
  }

  /**
   * What is expected of one device.
   *
   * @param units test unit to the verdict it must have, a cause in brackets
   * @param never test unit to verdicts it must not have
   */
  record Expectation(
      String target, Kind kind, Map<String, String> units, Map<String, List<String>> never) {}

  /** One line when a device is done. */
  private record DeviceLines(PrintWriter err) implements CampaignProgress {
    @Override
    public void deviceFinished(DevicePlan device, TargetResult result) {
      err.println("  looked at " + device.id());
    }
  }
}
