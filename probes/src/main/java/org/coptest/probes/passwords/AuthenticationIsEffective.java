package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** 5.5-4-2 a, 5.5-5-2 a: nobody is served without a login, and no wrong login is taken. */
@AutoService(Rule.class)
public final class AuthenticationIsEffective implements Rule {

  @Override
  public String id() {
    return "passwords.authentication-is-effective";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var readings = new Readings(seen, criteria);
    var rows = new ArrayList<RowJudgement>();
    readings
        .trials()
        .forEach(it ->
            keys(it, seen, criteria).or(() -> row(it, readings, criteria)).ifPresent(rows::add));
    rows.addAll(readings.untried());
    rows.addAll(readings.unrecognised());
    if (rows.isEmpty() && readings.allLooked()) {
      rows.add(readings.nothingFound("login or console"));
    }
    return rows;
  }

  /** An SSH server that takes no password, where keys were shown to it. */
  private static Optional<RowJudgement> keys(TrialReading it, Seen seen, Criteria criteria) {
    return Optional.of(it)
        .filter(reading -> reading.trial().mechanism() == Mechanism.NO_PASSWORD)
        .flatMap(reading -> KeyLogin.at(reading, seen))
        .map(login ->
            login
                .wrongKey()
                .map(sightings ->
                    fail(
                        it,
                        criteria,
                        sightings,
                        it.place() + " takes keys that nobody authorised",
                        "wrong keys must be refused"))
                .orElseGet(login::row));
  }

  private static Optional<RowJudgement> row(TrialReading it, Readings readings, Criteria criteria) {
    return switch (it.trial().mechanism()) {
      case OPEN -> Optional.of(unprotected(it, criteria));
      case PASSWORD -> Optional.of(protectedBy(it, criteria));
      case NO_PASSWORD -> Optional.of(otherMeans(it));
      case OTHER_PASSWORD -> Optional.of(ByScript.or(it, "no wrong login was tried"));
      case NONE_SEEN -> Optional.of(noneSeen(it, readings));
      case UNKNOWN -> Optional.of(cut(it));
      case ELSEWHERE -> Optional.of(SentOn.served(it, readings));
      case CLOSED -> Optional.empty();
    };
  }

  private static RowJudgement unprotected(TrialReading it, Criteria criteria) {
    var look = it.trial().looks().getFirst();
    var found = "%s serves %s without a login".formatted(it.place(), served(look.reference()));
    return it.unprotected()
        .map(sightings ->
            fail(it, criteria, sightings, found, "nothing may be served without a login"))
        .orElseGet(() -> it.undecided(Cause.AMBIGUOUS_RESPONSE, found + " was seen only once"));
  }

  private static String served(String reference) {
    return reference.equals("session") ? "a session" : "the protected reference";
  }

  private static RowJudgement protectedBy(TrialReading it, Criteria criteria) {
    if (!it.trial().wronglyAccepted().isEmpty()) {
      return it.anyCredential()
          .map(sightings -> anyCredential(it, criteria, sightings))
          .orElseGet(() ->
              it.undecided(
                  Cause.CONTROL_FAILED,
                  "takes random credentials, but nothing that needs a login was reached"));
    }
    var look = it.trial().looks().getLast();
    if (look.access() != Access.DENIED) {
      return it.undecided(Cause.COVERAGE_PARTIAL, look.detail());
    }
    return it.valid().isEmpty() ? withoutValid(it) : withValid(it);
  }

  private static RowJudgement anyCredential(
      TrialReading it, Criteria criteria, Sightings sightings) {
    var first = it.trial().wronglyAccepted().getFirst();
    var found =
        "%s takes wrong credentials (%s, session: %s)"
            .formatted(it.place(), first.candidate(), first.proof());
    return fail(it, criteria, sightings, found, "wrong credentials must be refused");
  }

  private static RowJudgement withoutValid(TrialReading it) {
    if (!it.negatives().held()) {
      return cut(it);
    }
    return it.undecided(
        Cause.MISSING_INPUT,
        "refuses no login and wrong logins; declare %s to show that a right one is told apart"
            .formatted(it.path("validCredential")));
  }

  private static RowJudgement withValid(TrialReading it) {
    if (!it.validAccepted()) {
      return it.undecided(
          Cause.CONTROL_FAILED,
          "did not take %s (%s)"
              .formatted(it.path("validCredential"), it.valid().getFirst().detail()));
    }
    return it.negatives()
        .proof()
        .map(proof -> it.pass(proof, "refuses no login and wrong logins, and takes the valid one"))
        .orElseGet(() -> cut(it));
  }

  private static RowJudgement otherMeans(TrialReading it) {
    var names = String.join(", ", it.trial().offered());
    var control =
        new Control(
            "a session without a login was asked for twice",
            it.trial().looks().size() > 1 && it.trial().granted().isEmpty(),
            "each time it was refused, naming " + names);
    return control
        .proof()
        .map(proof ->
            it.undecided(
                Cause.NOT_AUTOMATED,
                "refuses a session without a login and takes only %s, but wrong ones of these are"
                        .formatted(names)
                    + " not tried in this release"))
        .orElseGet(() -> cut(it));
  }

  private static RowJudgement noneSeen(TrialReading it, Readings readings) {
    if (it.mech().flatMap(AuthMech::protectedReference).isPresent()) {
      return it.undecided(
          Cause.AMBIGUOUS_RESPONSE,
          "asked for no login, not even at %s, and does not tell pages apart"
              .formatted(it.path("protectedReference")));
    }
    var what = readings.declared().absent() ? "ixit.authMech" : it.path("protectedReference");
    return it.undecided(
        Cause.MISSING_INPUT,
        "asked for no login where we looked: declare in %s what is denied without one"
            .formatted(what));
  }

  private static RowJudgement cut(TrialReading it) {
    return it.trial()
        .cut()
        .map(cut -> it.undecided(cut.cause(), cut.why()))
        .orElseGet(() -> it.undecided(Cause.CONTROL_FAILED, it.negatives().detail()));
  }

  private static RowJudgement fail(
      TrialReading it, Criteria criteria, Sightings sightings, String found, String must) {
    return RowJudgement.fail(
        it.trial().subject(),
        "%s, but %s".formatted(found, must),
        sightings,
        new Finding(
            must,
            found,
            it.mech()
                .map(mech -> "%s at %s".formatted(DeclaredLogins.path(mech), mech.at().text()))
                .orElse("ixit.authMech: not declared"),
            "coptest run --device %s --only %s"
                .formatted(criteria.target().id(), it.trials().probe()),
            "check the credential before anything is served, on every listener"));
  }
}
