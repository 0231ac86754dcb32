package org.coptest.harness.report.terminal;

/** How much is told while a campaign runs; the final block is always printed. */
public enum Verbosity {
  QUIET,
  NORMAL,
  VERBOSE,
  VERY_VERBOSE;

  /** From {@code -q} and the number of {@code -v}. */
  public static Verbosity of(boolean quiet, int verbose) {
    if (quiet) {
      return QUIET;
    }
    return verbose >= 2 ? VERY_VERBOSE : verbose == 1 ? VERBOSE : NORMAL;
  }

  boolean atLeast(Verbosity other) {
    return compareTo(other) >= 0;
  }
}
