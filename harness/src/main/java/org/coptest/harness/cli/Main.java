package org.coptest.harness.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.coptest.harness.record.RecordFaultException;
import org.coptest.harness.report.ExitCode;
import org.coptest.harness.yaml.ConfigurationProblemsException;
import picocli.CommandLine;

/** Entry point of the command line. */
public final class Main {
  private Main() {}

  /** Ends the process with the exit code of the command. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command line; returns its exit code. */
  public static int run(String... args) {
    var charset = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"));
    var out = new PrintWriter(new java.io.OutputStreamWriter(System.out, charset), true);
    var err =
        new PrintWriter(new java.io.OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    return commandLine().setOut(out).setErr(err).execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new CoptestCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((fault, line, parsed) -> explained(fault, line))
        .setParameterExceptionHandler((problem, arguments) -> {
          var line = problem.getCommandLine();
          line.getErr().println(problem.getMessage());
          CommandLine.UnmatchedArgumentException.printSuggestions(problem, line.getErr());
          line.getErr().println("Try: coptest " + line.getCommandName() + " --help");
          return ExitCode.CONFIGURATION.code();
        });
  }

  /** What the user can mend is told in words; anything else is our fault and says so. */
  private static int explained(Exception fault, CommandLine line) {
    if (fault instanceof ConfigurationProblemsException problems) {
      line.getErr().println(problems.getMessage());
      return ExitCode.CONFIGURATION.code();
    }
    if (fault instanceof UsageException usage) {
      line.getErr().println(usage.getMessage());
      return usage.exitCode().code();
    }
    if (fault instanceof RecordFaultException cannotRecord) {
      line.getErr().println(cannotRecord.getMessage());
      line.getErr()
          .println("What was recorded stays. Mend the disk, then: coptest run --resume DIR");
      return ExitCode.NO_VERDICT.code();
    }
    line.getErr().println("coptest itself failed: " + fault);
    line.getErr().println("This is a fault of the tool, not of any device. Please report it with:");
    fault.printStackTrace(line.getErr());
    return ExitCode.INTERNAL_ERROR.code();
  }
}
