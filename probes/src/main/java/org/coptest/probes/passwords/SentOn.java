package org.coptest.probes.passwords;

import java.util.Optional;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.RowJudgement;

/** Rows of a port that does nothing but send to another port, which is judged for itself. */
final class SentOn {
  private SentOn() {}

  /** Nothing is served there, so nothing is served without a login. */
  static RowJudgement served(TrialReading it, Readings readings) {
    var looks = it.trial().looks();
    var control =
        new Control(
            "the front page, the reference and paths that cannot exist were asked for twice",
            looks.size() > 1
                && looks.stream().allMatch(look -> look.mechanism() == Mechanism.ELSEWHERE)
                && looks.stream().map(Look::reference).distinct().count() == 1,
            looks.getLast().detail());
    return unlooked(it, readings)
        .or(() ->
            control
                .proof()
                .map(held -> it.pass(held, "serves nothing itself: " + looks.getLast().detail())))
        .orElseGet(() -> it.undecided(Cause.AMBIGUOUS_RESPONSE, "does not always send elsewhere"));
  }

  /** Whoever sends elsewhere is judged there; without a look there, nothing is known. */
  static Optional<RowJudgement> unlooked(TrialReading it, Readings readings) {
    var target = it.trial().looks().getLast().reference();
    return readings.trials().stream()
            .map(TrialReading::trial)
            .filter(trial -> trial.mechanism() != Mechanism.CLOSED)
            .anyMatch(trial -> target.equals("tcp/" + trial.port()))
        ? Optional.empty()
        : Optional.of(
            it.undecided(
                Cause.AMBIGUOUS_RESPONSE,
                "sends every path to %s, where no web server was met".formatted(target)));
  }
}
