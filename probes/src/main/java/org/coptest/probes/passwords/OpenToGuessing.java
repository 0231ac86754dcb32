package org.coptest.probes.passwords;

import java.util.Optional;
import org.coptest.probes.passwords.guessing.GuessTrial;
import org.coptest.probes.passwords.guessing.ValidTry;
import org.coptest.probes.passwords.guessing.ValidTry.When;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;

/** The row of a login that let itself be guessed at, seen after two phases of wrong passwords. */
final class OpenToGuessing {
  private OpenToGuessing() {}

  static Optional<RowJudgement> row(
      TrialReading it,
      GuessTrial trial,
      String device,
      String probe,
      int most,
      String found,
      String but) {
    var taken = trial.at(When.AFTER_PHASE).filter(ValidTry::accepted).toList();
    if (taken.size() < 2) {
      return Optional.empty();
    }
    return TrialReading.twice(taken.getFirst().evidence(), taken.getLast().evidence())
        .map(sightings ->
            RowJudgement.fail(
                it.trial().subject(),
                found + ", but " + but,
                sightings,
                finding(it, device, probe, most, found)));
  }

  private static Finding finding(
      TrialReading it, String device, String probe, int most, String found) {
    return new Finding(
        "after %d wrong passwords in a row at most, the right one is not taken for a while"
            .formatted(most),
        found,
        it.mech()
            .map(mech -> it.path("bruteForce") + " at " + mech.at().text())
            .orElse("ixit.authMech: not declared"),
        "coptest run --device %s --only %s".formatted(device, probe),
        "count failures of an account over all connections, sources and surfaces, and wait longer"
            + " after each");
  }
}
