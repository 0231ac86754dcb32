package org.coptest.probes.passwords;

import java.util.Optional;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginAttempt;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;

/** Why refusals of a whole list do not yet show that every entry is refused. */
final class LoginDoubts {
  private LoginDoubts() {}

  /** The first doubt about this trial, if there is one. */
  static Optional<RowJudgement> about(TrialReading it) {
    return valid(it).or(() -> cut(it)).or(() -> unclear(it)).or(() -> unfinished(it));
  }

  private static Optional<RowJudgement> valid(TrialReading it) {
    var valid = it.valid();
    if (valid.isEmpty() || valid.stream().allMatch(LoginDoubts::accepted)) {
      return Optional.empty();
    }
    return Optional.of(
        accepted(valid.getFirst())
            ? it.undecided(
                Cause.LOCKED_OUT,
                "took %s at the start and not at the end, after %s"
                    .formatted(it.path("validCredential"), it.progress()))
            : it.undecided(
                Cause.CONTROL_FAILED,
                "did not take %s (%s)"
                    .formatted(it.path("validCredential"), valid.getFirst().detail())));
  }

  private static Optional<RowJudgement> cut(TrialReading it) {
    return it.trial()
        .cut()
        .map(cut -> it.undecided(cut.cause(), "tried %s; %s".formatted(it.progress(), cut.why())));
  }

  private static Optional<RowJudgement> unclear(TrialReading it) {
    return it.trial()
        .in(AttemptRole.CANDIDATE)
        .filter(a -> a.outcome() != LoginOutcome.REJECTED || !a.familiar())
        .findFirst()
        .map(a ->
            it.undecided(
                Cause.AMBIGUOUS_RESPONSE,
                "entry %s was neither accepted twice nor refused like random credentials (%s)"
                    .formatted(a.candidate(), a.detail())));
  }

  private static Optional<RowJudgement> unfinished(TrialReading it) {
    return it.trial().total() > 0 && it.trial().tried() == it.trial().total()
        ? Optional.empty()
        : Optional.of(it.undecided(Cause.COVERAGE_PARTIAL, "tried %s".formatted(it.progress())));
  }

  private static boolean accepted(LoginAttempt attempt) {
    return attempt.outcome() == LoginOutcome.ACCEPTED;
  }
}
