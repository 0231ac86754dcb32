package org.coptest.harness.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what a run would do; sends nothing. */
@Command(
    name = "plan",
    description = "Show what would run, what cannot be decided here and why; sends nothing.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private PlanOptions options = new PlanOptions();

  @Override
  public Integer call() {
    var prepared = Prepared.from(options, Home.here(), Clock.systemUTC());
    PrintWriter out = Output.of(spec);
    new PlanText(out).print(prepared.plan());
    return 0;
  }
}
