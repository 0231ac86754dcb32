package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.DeviceState;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.RowJudgement;

/** 5.1-1-2 c: no password login takes a credential that is widely known, and no SSH login a key. */
@AutoService(Rule.class)
public final class NoDefaultCredential implements Rule {
  private static final int FRESH_DAYS = 400;

  @Override
  public String id() {
    return "passwords.no-default-credential";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var readings = new Readings(seen, criteria);
    var rows = new ArrayList<RowJudgement>();
    readings.trials().forEach(it -> row(it, readings, criteria).ifPresent(rows::add));
    rows.addAll(readings.untried());
    rows.addAll(NoKnownSshKey.rows(seen.all(SshKeyTrials.class), criteria));
    if (rows.isEmpty() && readings.allLooked()) {
      rows.add(
          readings.services().isEmpty()
              ? readings.nothingFound("password login")
              : noPassword(readings));
    }
    return rows;
  }

  /** Something listens and nothing of it asks for a password. */
  private static RowJudgement noPassword(Readings readings) {
    var strange = readings.unrecognised();
    return strange.isEmpty() ? readings.nothingFound("password login") : strange.getFirst();
  }

  private static Optional<RowJudgement> row(TrialReading it, Readings readings, Criteria criteria) {
    return switch (it.trial().mechanism()) {
      case PASSWORD -> Optional.of(tried(it, criteria));
      case NO_PASSWORD -> Optional.of(withoutPassword(it));
      case OTHER_PASSWORD -> Optional.of(ByScript.or(it, "no password was tried"));
      case NONE_SEEN -> noneSeen(it, readings);
      case UNKNOWN -> Optional.of(unknown(it));
      case ELSEWHERE -> SentOn.unlooked(it, readings);
      case CLOSED -> closed(it, readings);
      // Without a login there is no password to know; the rule on authentication judges this.
      case OPEN -> it.mech().filter(DeclaredLogins::takesPassword).map(mech -> unguarded(it));
    };
  }

  /** What serves without the login it declares keeps that login, and its passwords, from us. */
  private static RowJudgement unguarded(TrialReading it) {
    return it.undecided(
        Cause.AMBIGUOUS_RESPONSE,
        "serves without the login that %s declares, so no password could be tried"
            .formatted(it.path("factor")));
  }

  private static RowJudgement tried(TrialReading it, Criteria criteria) {
    if (!it.trial().wronglyAccepted().isEmpty()) {
      return it.undecided(
          Cause.CONTROL_FAILED, "takes random credentials, so accepted entries mean nothing");
    }
    var hits = it.hits();
    if (!hits.isEmpty()) {
      return AcceptedEntry.row(it, hits, criteria);
    }
    return LoginDoubts.about(it).orElseGet(() -> refusedAll(it, criteria));
  }

  private static RowJudgement refusedAll(TrialReading it, Criteria criteria) {
    var list = it.trials().list();
    if (list.date().plusDays(FRESH_DAYS).isBefore(criteria.today())) {
      return it.undecided(Cause.DATA_STALE, "list %s is of %s".formatted(list.id(), list.date()));
    } else if (criteria.target().state() == DeviceState.FACTORY && !AcceptedEntry.preset(it)) {
      return it.undecided(
          Cause.COVERAGE_PARTIAL, "was tried in the factory state only: test it once it is set up");
    } else if (!it.typed() && it.valid().isEmpty()) {
      return it.undecided(
          Cause.MISSING_INPUT,
          "refuses by text only: declare %s to show that a login can be told from a refusal"
              .formatted(it.path("validCredential")));
    }
    var held = it.negatives().proof();
    var reason =
        "refused %s of list %s (%s)%s"
            .formatted(it.progress(), list.id(), list.date(), excluded(it));
    return held.map(proof -> it.pass(proof, reason))
        .orElseGet(() -> it.undecided(Cause.CONTROL_FAILED, it.negatives().detail()));
  }

  private static String excluded(TrialReading it) {
    return it.trial().excluded() == 0
        ? ""
        : ", leaving out the password that the user chose in set-up";
  }

  private static RowJudgement withoutPassword(TrialReading it) {
    var names = String.join(", ", it.trial().offered());
    var control =
        new Control(
            "the login methods were asked for twice",
            it.trial().looks().size() > 1
                && it.trial().looks().stream()
                    .allMatch(look -> look.mechanism() == it.trial().mechanism()),
            "it names %s".formatted(names));
    return control
        .proof()
        .map(proof -> it.pass(proof, "takes no passwords, only " + names))
        .orElseGet(() -> it.undecided(Cause.AMBIGUOUS_RESPONSE, "names other methods each time"));
  }

  private static Optional<RowJudgement> noneSeen(TrialReading it, Readings readings) {
    if (readings.declared().absent()) {
      return Optional.of(
          it.undecided(
              Cause.MISSING_INPUT,
              "asked for no login where we looked: declare ixit.authMech to say whether it has one"));
    }
    return it.mech()
        .filter(DeclaredLogins::takesPassword)
        .map(mech ->
            it.undecided(
                Cause.MISSING_INPUT,
                "asked for no login where we looked: declare a path that is denied without one"
                    + " in %s, and the page or service that takes the login in %s"
                        .formatted(it.path("protectedReference"), it.path("endpoint.path"))));
  }

  private static RowJudgement unknown(TrialReading it) {
    return it.trial()
        .cut()
        .map(cut -> it.undecided(cut.cause(), cut.why()))
        .orElseGet(() -> it.undecided(Cause.AMBIGUOUS_RESPONSE, "did not say how to log in"));
  }

  private static Optional<RowJudgement> closed(TrialReading it, Readings readings) {
    return it.mech()
        .filter(mech -> !readings.declared().shut(mech))
        .map(mech ->
            it.undecided(
                Cause.AMBIGUOUS_RESPONSE,
                "%s declares this login, but the port is not open"
                    .formatted(DeclaredLogins.path(mech))));
  }
}
