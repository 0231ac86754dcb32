package org.coptest.harness.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Results go to standard output, progress and problems to standard error. */
final class Output {
  private Output() {}

  /** Standard output of a command. */
  static PrintWriter of(@Nullable CommandSpec spec) {
    return required(spec).commandLine().getOut();
  }

  /** Standard error of a command. */
  static PrintWriter progressOf(@Nullable CommandSpec spec) {
    return required(spec).commandLine().getErr();
  }

  private static CommandSpec required(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("the command line sets the spec of every command");
    }
    return spec;
  }
}
