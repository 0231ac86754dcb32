package org.coptest.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.coptest.harness.report.ExitCode;
import org.coptest.harness.report.Gate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The whole way once, on emulated devices: no hardware, no configuration, loopback only. */
@Command(
    name = "demo",
    description = "Walk the whole way on two emulated cameras: one conforming, one flawed.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    var home = Home.here();
    var plan = new PlanOptions();
    plan.targets(List.of(home.targets()));
    if (options.out().isEmpty()) {
      options.out(free(Path.of("coptest-demo")));
    }
    var prepared = Prepared.from(plan, home, Clock.systemUTC());
    var streams = Streams.of(spec);
    var flow = new CampaignFlow(home, prepared, options, new LabSuites(), streams);
    var finished = flow.run(Gate.standard());
    if (finished.exit() == ExitCode.INTERRUPTED) {
      return finished.exit().code();
    }
    if (!options.json()) {
      streams
          .out()
          .printf(
              "%ncoptest run would have ended with exit code %d: %s.%n",
              finished.exit().code(), finished.exit().meaning());
      streams
          .out()
          .println("Next: coptest init HOST --out my-device.yaml   (looks at your device)");
    }
    return ExitCode.CONFORMS.code();
  }

  /** The folder itself, or with the first number that is free: a demo never overwrites one. */
  private static Path free(Path folder) {
    var name = folder;
    for (int number = 2; Files.exists(name); number++) {
      name = folder.resolveSibling(folder.getFileName() + "-" + number);
    }
    return name;
  }
}
