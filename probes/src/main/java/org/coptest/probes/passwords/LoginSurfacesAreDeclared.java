package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.probes.attacksurface.Service;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.spi.Criteria;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** 5.1-1-2 a: every password login that the device offers is declared. */
@AutoService(Rule.class)
public final class LoginSurfacesAreDeclared implements Rule {

  @Override
  public String id() {
    return "passwords.login-surfaces-are-declared";
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
    rows.addAll(missing(readings));
    rows.addAll(readings.untried());
    rows.addAll(readings.unrecognised());
    if (readings.allLooked()) {
      rows.add(readings.nothingFound("further password login"));
    }
    return rows;
  }

  private static Optional<RowJudgement> row(TrialReading it, Readings readings, Criteria criteria) {
    var mechanism = it.trial().mechanism();
    if (mechanism == Mechanism.UNKNOWN) {
      var cause = it.trial().cut().map(cut -> cut.cause()).orElse(Cause.AMBIGUOUS_RESPONSE);
      return Optional.of(it.undecided(cause, "did not say whether it asks for a password"));
    } else if (mechanism != Mechanism.PASSWORD && mechanism != Mechanism.OTHER_PASSWORD) {
      return Optional.empty();
    } else if (readings.declared().absent()) {
      return Optional.of(
          it.undecided(
              Cause.MISSING_INPUT, "asks for a password, and ixit.authMech is not declared"));
    }
    return Optional.of(
        it.mech()
            .filter(DeclaredLogins::takesPassword)
            .map(mech -> declared(it, mech))
            .orElseGet(() -> undeclared(it, readings, criteria)));
  }

  private static RowJudgement declared(TrialReading it, AuthMech mech) {
    var control =
        new Control("the login was met on the device", true, it.trial().looks().getLast().detail());
    return it.pass(
        control.proof().orElseThrow(),
        "the password login is declared as " + DeclaredLogins.path(mech));
  }

  private static RowJudgement undeclared(TrialReading it, Readings readings, Criteria criteria) {
    var found = it.place() + " asks for a password";
    return sightings(it, readings)
        .map(sightings ->
            RowJudgement.fail(
                it.trial().subject(),
                found + ", but ixit.authMech declares no password login there",
                sightings,
                new Finding(
                    "every password login is declared in ixit.authMech",
                    found,
                    it.mech()
                        .map(m -> DeclaredLogins.path(m) + ".factor at " + m.at().text())
                        .orElse("ixit.authMech: no such login"),
                    "coptest run --device %s --only %s"
                        .formatted(criteria.target().id(), it.trials().probe()),
                    "switch the login off, or declare it with its endpoint in ixit.authMech")))
        .orElseGet(() -> it.undecided(Cause.AMBIGUOUS_RESPONSE, found + ": seen only once"));
  }

  /** Once when the service was identified, or by the first look, and once by a later exchange. */
  private static Optional<Sightings> sightings(TrialReading it, Readings readings) {
    var identified =
        readings.services().stream()
            .filter(service -> service.port() == it.trial().port())
            .map(Service::identity)
            .flatMap(identity -> identity.evidence().stream());
    var looked = it.trial().looks().stream().map(Look::evidence).flatMap(Optional::stream);
    var tried = it.trial().attempts().stream().map(a -> a.evidence()).flatMap(Optional::stream);
    var seen = Stream.of(looked, tried, identified).flatMap(s -> s).distinct().toList();
    return seen.size() < 2 ? Optional.empty() : Optional.of(twice(seen));
  }

  private static Sightings twice(List<EvidenceRef> seen) {
    return Sightings.twice(seen.getFirst(), seen.getLast());
  }

  /** Declared password logins of the protocols looked at that were not met. */
  private static List<RowJudgement> missing(Readings readings) {
    if (!readings.allLooked()) {
      return List.of();
    }
    var declared = readings.declared();
    return Stream.of(LoginProtocol.values())
        .flatMap(protocol -> declared.speaking(protocol).stream())
        .filter(mech -> !declared.shut(mech))
        .filter(mech -> readings.trials().stream().noneMatch(it -> met(it, mech)))
        .distinct()
        .map(mech ->
            RowJudgement.undecided(
                mech.id(),
                Cause.AMBIGUOUS_RESPONSE,
                "%s declares a password login that was not met on the device"
                    .formatted(DeclaredLogins.path(mech))))
        .toList();
  }

  private static boolean met(TrialReading it, AuthMech mech) {
    var mechanism = it.trial().mechanism();
    return it.mech().filter(mech::equals).isPresent()
        && (mechanism == Mechanism.PASSWORD || mechanism == Mechanism.OTHER_PASSWORD);
  }
}
