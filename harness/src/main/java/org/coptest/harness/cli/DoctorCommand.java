package org.coptest.harness.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.coptest.harness.cli.DoctorCheck.Finding;
import org.coptest.harness.report.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the bench, and says on each line what to do. */
@Command(
    name = "doctor",
    description = "Check this bench: Java, disk, clock, network, optional tools, declarations.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "TARGETS", description = "a declaration file to read")
  private @Nullable Path targets;

  @Override
  public Integer call() {
    PrintWriter out = Output.of(spec);
    List<Finding> findings = new DoctorCheck(Home.here()).findings(targets);
    findings.forEach(finding -> print(out, finding));
    boolean fails = findings.stream().anyMatch(f -> f.state() == DoctorCheck.State.FAIL);
    out.println();
    out.println(
        fails
            ? "This bench is not ready: mend the lines marked FAIL, then run coptest doctor again."
            : "This bench is ready. Next: coptest plan");
    return fails ? ExitCode.CONFIGURATION.code() : ExitCode.CONFORMS.code();
  }

  private static void print(PrintWriter out, Finding finding) {
    out.printf("%-5s %-18s %s%n", finding.state(), finding.what(), finding.found());
    finding.fix().ifPresent(fix -> out.printf("%-24s → %s%n", "", fix));
  }
}
