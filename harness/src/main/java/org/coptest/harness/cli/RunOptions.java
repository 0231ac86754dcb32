package org.coptest.harness.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.coptest.harness.report.terminal.ColourChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that decide where a campaign is recorded and how it is shown. */
final class RunOptions {
  @Option(names = "--out", paramLabel = "DIR", description = "campaign folder to make")
  private @Nullable Path out;

  @Option(names = "--resume", paramLabel = "DIR", description = "go on with a stopped campaign")
  private @Nullable Path resume;

  @Option(names = "--no-html", description = "no Allure pages")
  private boolean noHtml;

  @Option(names = "--json", description = "JSON lines on standard output, and nothing else")
  private boolean json;

  @Option(names = "-q", description = "only the final block")
  private boolean quiet;

  @Option(names = "-v", description = "say more; -vv says most")
  private boolean[] verbose = new boolean[0];

  @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never")
  private ColourChoice color = ColourChoice.AUTO;

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  void out(Path folder) {
    out = folder;
  }

  Optional<Path> resume() {
    return Optional.ofNullable(resume);
  }

  boolean html() {
    return !noHtml;
  }

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  int verbosity() {
    return verbose.length;
  }

  ColourChoice color() {
    return color;
  }
}
