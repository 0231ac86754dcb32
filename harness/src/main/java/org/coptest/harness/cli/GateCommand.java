package org.coptest.harness.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.report.Gate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a campaign for a pipeline: plain lines, JUnit XML, summary, an exit code. */
@Command(
    name = "gate",
    description = "Run for a pipeline: exit code, junit.xml and summary.md.",
    mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private PlanOptions plan = new PlanOptions();
  @Mixin private RunOptions options = new RunOptions();

  @Option(names = "--judge", paramLabel = "WHAT", description = "observed (default) or full")
  private Judge judge = Judge.OBSERVED;

  @Option(names = "--scope", paramLabel = "WHAT", description = "mandatory (default) or all")
  private Scope scope = Scope.MANDATORY;

  @Option(
      names = "--require",
      paramLabel = "ID",
      split = ",",
      description = "provisions that must be decided here")
  private List<String> require = new ArrayList<>();

  /** Which verdicts count. */
  enum Judge {
    OBSERVED,
    FULL
  }

  /** Which provisions count. */
  enum Scope {
    MANDATORY,
    ALL
  }

  @Override
  public Integer call() {
    var prepared = Prepared.from(plan, Home.here(), Clock.systemUTC());
    var gate = new Gate(judge == Judge.FULL, scope == Scope.ALL, required(prepared));
    var flow = new CampaignFlow(Home.here(), prepared, options, new LabSuites(), Streams.of(spec));
    return flow.gate(gate).exit().code();
  }

  private Map<String, List<String>> required(Prepared prepared) {
    var required = new HashMap<String, List<String>>();
    for (var device : prepared.plan().devices()) {
      var ids = new ArrayList<>(require);
      device.target().gate().ifPresent(rules -> ids.addAll(rules.require().orElse(List.of())));
      ids.forEach(id -> check(id, prepared.loaded().catalogue()));
      required.put(device.id(), ids);
    }
    return required;
  }

  private static void check(String id, Catalogue catalogue) {
    if (catalogue.provision(id).isEmpty()) {
      throw new UsageException(
          "gate.require: there is no provision %s; see: coptest list".formatted(id));
    }
  }
}
