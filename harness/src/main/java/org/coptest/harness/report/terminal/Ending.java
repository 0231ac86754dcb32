package org.coptest.harness.report.terminal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.report.Gate;

/**
 * What the final block tells beside the verdicts.
 *
 * @param decision what the gate came to, and so the exit code
 * @param files what was written, by name; first the one to open
 * @param notes sentences such as why there are no Allure pages
 * @param next the command to type next, the last line
 */
public record Ending(
    Optional<Gate.Decision> decision, List<Written> files, List<String> notes, String next) {

  /** A report that was written. */
  public record Written(String name, Path file) {}
}
