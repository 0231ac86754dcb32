package org.coptest.probes.passwords;

import java.util.List;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.spi.Criteria;
import org.coptest.spi.declaration.DeviceState;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;

/** The row of a login that took an entry of the list twice. */
final class AcceptedEntry {
  private AcceptedEntry() {}

  static RowJudgement row(TrialReading it, List<TrialReading.Hit> hits, Criteria criteria) {
    var first = hits.getFirst();
    var found = found(it, hits);
    var sightings = first.sightings();
    if (criteria.target().state() == DeviceState.FACTORY && !preset(it)) {
      return it.undecided(
          Cause.COVERAGE_PARTIAL,
          found
              + " in the factory state: test it once it is set up, or declare "
              + it.path("password.origin"));
    } else if (sightings.isEmpty()) {
      return it.undecided(Cause.AMBIGUOUS_RESPONSE, found + ", without two transcripts of it");
    }
    return RowJudgement.fail(
        it.trial().subject(),
        found + ", but no widely known credential may work",
        sightings.get(),
        new Finding(
            "every entry of list %s is refused".formatted(it.trials().list().id()),
            found,
            it.declaredAt(),
            "coptest run --device %s --only %s"
                .formatted(criteria.target().id(), it.trials().probe()),
            "give each device its own password, or make the user choose one before this login"
                + " opens"));
  }

  private static String found(TrialReading it, List<TrialReading.Hit> hits) {
    var first = hits.getFirst().first();
    long place =
        it.trial().in(AttemptRole.CANDIDATE).filter(a -> a.number() <= first.number()).count();
    var more = hits.size() > 1 ? " and %d more".formatted(hits.size() - 1) : "";
    return "%s accepted list entry %s (attempt %d of %d)%s, session: %s"
        .formatted(it.place(), first.candidate(), place, it.trial().total(), more, first.proof());
  }

  /** Whether the declared password is made in the factory, so that the factory state counts too. */
  static boolean preset(TrialReading it) {
    return it.mech()
        .flatMap(mech -> mech.password())
        .flatMap(PasswordFacts::origin)
        .filter(origin -> origin == PasswordOrigin.FACTORY)
        .isPresent();
  }
}
