package org.coptest.harness.yaml;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The user's configuration cannot be used; its message lists every problem and is ready to print.
 */
public final class ConfigurationProblemsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never serialised, only thrown
  private final List<Problem> problems;

  ConfigurationProblemsException(List<Problem> problems, int count) {
    super(text(problems, count));
    this.problems = List.copyOf(problems);
  }

  /** The problems by file and position. */
  public List<Problem> problems() {
    return problems;
  }

  static String text(List<Problem> problems, int count) {
    var left = count - problems.size();
    return problems.stream().map(Problem::text).collect(Collectors.joining("\n"))
        + (left > 0 ? "\n… and %d more".formatted(left) : "")
        + "\n%d %s, nothing was sent to any device"
            .formatted(count, count == 1 ? "error" : "errors");
  }
}
