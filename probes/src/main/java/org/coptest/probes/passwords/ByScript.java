package org.coptest.probes.passwords;

import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;

/** Rows of password logins that were met and could not be made. */
final class ByScript {
  private ByScript() {}

  /** What a script sends can be declared; all else is not spoken in this release. */
  static RowJudgement or(TrialReading it, String undone) {
    return it.trial().offered().contains("script")
        ? it.undecided(
            Cause.MISSING_INPUT,
            "%s, because a script makes it; declare what is sent and where in %s"
                .formatted(undone, it.path("endpoint.path")))
        : it.undecided(
            Cause.COVERAGE_PARTIAL,
            "%s, because this release does not speak %s"
                .formatted(undone, String.join(", ", it.trial().offered())));
  }
}
