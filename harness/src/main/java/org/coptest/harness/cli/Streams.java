package org.coptest.harness.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err progress and problems
 */
record Streams(PrintWriter out, PrintWriter err) {

  static Streams of(@Nullable CommandSpec spec) {
    return new Streams(Output.of(spec), Output.progressOf(spec));
  }
}
