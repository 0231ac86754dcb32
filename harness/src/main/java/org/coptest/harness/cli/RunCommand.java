package org.coptest.harness.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.coptest.harness.report.Gate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a campaign on the declared devices and writes its record and reports. */
@Command(
    name = "run",
    description = "Look at the declared devices, judge what was seen, write evidence and reports.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private PlanOptions plan = new PlanOptions();
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private LabSuites labSuites = new LabSuites();

  @Override
  public Integer call() {
    var prepared = Prepared.from(plan, Home.here(), Clock.systemUTC());
    var flow = new CampaignFlow(Home.here(), prepared, options, labSuites, Streams.of(spec));
    return flow.run(Gate.standard()).exit().code();
  }
}
