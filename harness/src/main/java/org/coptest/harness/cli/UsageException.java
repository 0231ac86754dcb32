package org.coptest.harness.cli;

import org.coptest.harness.report.ExitCode;

/** Something the user can mend, with the words to do so and the exit code. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ExitCode exitCode;

  UsageException(String message) {
    this(ExitCode.CONFIGURATION, message);
  }

  UsageException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
