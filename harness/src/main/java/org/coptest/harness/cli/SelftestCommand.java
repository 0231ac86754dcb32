package org.coptest.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.coptest.harness.report.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Validates this build: runs the emulator matrix and compares every expected verdict. */
@Command(
    name = "selftest",
    description = "Run the emulator matrix and count, per probe, what this build was shown.",
    mixinStandardHelpOptions = true)
final class SelftestCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var home = Home.here();
    var outcome = new Selftest(home, Output.progressOf(spec)).run();
    var text = outcome.text(ToolVersion.line());
    Output.of(spec).print(text);
    Output.of(spec).flush();
    keep(home, text);
    return outcome.differences().isEmpty()
        ? ExitCode.CONFORMS.code()
        : ExitCode.INTERNAL_ERROR.code();
  }

  /** Runs refer to this file by its digest: it is the validation record of this installation. */
  private void keep(Home home, String text) {
    try {
      Files.writeString(home.selftest(), text);
    } catch (IOException readOnly) {
      Output.progressOf(spec)
          .println(
              "The self-test is not kept (%s), so runs will not refer to it.".formatted(readOnly));
    }
  }
}
