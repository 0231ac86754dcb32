package org.coptest.probes.passwords;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginAttempt;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/**
 * One recorded trial beside what is declared for it, for the rules.
 *
 * @param trial what was seen
 * @param trials the record it stands in
 * @param mech the login declared for it
 */
record TrialReading(SurfaceTrial trial, LoginTrials trials, Optional<AuthMech> mech) {
  private static final int SAMPLE = 8;

  /** An entry that was let in, and let in again after a wrong password of that user was refused. */
  record Hit(LoginAttempt first, LoginAttempt again) {
    Optional<Sightings> sightings() {
      return twice(first.evidence(), again.evidence());
    }
  }

  List<Hit> hits() {
    return trial
        .in(AttemptRole.CANDIDATE)
        .filter(a -> a.outcome() == LoginOutcome.ACCEPTED)
        .flatMap(first -> again(first).stream().map(again -> new Hit(first, again)))
        .filter(hit -> refusedBetween(hit.first(), hit.again()))
        .toList();
  }

  private Optional<LoginAttempt> again(LoginAttempt first) {
    return trial
        .in(AttemptRole.CONFIRMATION)
        .filter(a -> a.candidate().equals(first.candidate()) && a.number() > first.number())
        .filter(a -> a.outcome() == LoginOutcome.ACCEPTED)
        .findFirst();
  }

  private boolean refusedBetween(LoginAttempt first, LoginAttempt again) {
    return trial
        .in(AttemptRole.KNOWN_USER)
        .filter(a -> a.number() > first.number() && a.number() < again.number())
        .anyMatch(a -> a.outcome() == LoginOutcome.REJECTED);
  }

  /** Two wrong credentials that were let in and reached what is closed without a login. */
  Optional<Sightings> anyCredential() {
    var reached = trial.wronglyAccepted().stream().filter(a -> a.proof().reached()).toList();
    return reached.size() < 2
        ? Optional.empty()
        : twice(reached.get(0).evidence(), reached.get(1).evidence());
  }

  /** Two looks in which nobody had to log in. */
  Optional<Sightings> unprotected() {
    var granted = trial.granted();
    return granted.size() < 2
        ? Optional.empty()
        : twice(granted.get(0).evidence(), granted.get(1).evidence());
  }

  /** Whether credentials that must be refused were, in the same way from first to last. */
  Control negatives() {
    var negatives = trial.attempts().stream().filter(a -> a.role().negative()).toList();
    long refused =
        negatives.stream()
            .filter(a -> a.outcome() == LoginOutcome.REJECTED && a.familiar())
            .count();
    return new Control(
        "wrong credentials were tried before, between and after the entries",
        refused > 1 && refused == negatives.size(),
        "%d of %d wrong credentials were refused alike".formatted(refused, negatives.size()));
  }

  List<LoginAttempt> valid() {
    return trial.in(AttemptRole.VALID).toList();
  }

  boolean validAccepted() {
    return !valid().isEmpty() && valid().getFirst().outcome() == LoginOutcome.ACCEPTED;
  }

  /** Whether every refusal was the protocol's own message. */
  boolean typed() {
    return trial.attempts().stream()
        .filter(a -> a.outcome() == LoginOutcome.REJECTED)
        .allMatch(LoginAttempt::typed);
  }

  /** {@code telnet on tcp/23}. */
  String place() {
    var transport = trial.transport().name().toLowerCase(Locale.ROOT);
    return "%s on %s/%d".formatted(trial.protocol(), transport, trial.port());
  }

  /** {@code 34 of 160 entries}. */
  String progress() {
    return "%d of %d entries".formatted(trial.tried(), trial.total());
  }

  /** Path of a field of the declared login, or the table when none is declared. */
  String path(String field) {
    return mech.map(it -> DeclaredLogins.path(it) + "." + field).orElse("ixit.authMech");
  }

  String declaredAt() {
    return mech.map(it -> "%s at %s".formatted(path("password.origin"), it.at().text()))
        .orElse("ixit.authMech: not declared");
  }

  RowJudgement undecided(Cause cause, String reason) {
    return RowJudgement.undecided(trial.subject(), cause, place() + ": " + reason, evidence());
  }

  RowJudgement pass(Control.Held control, String reason) {
    return RowJudgement.pass(trial.subject(), place() + ": " + reason, control, evidence());
  }

  /** The looks and the controls; each is one exchange. */
  EvidenceRef[] evidence() {
    var looks = trial.looks().stream().map(Look::evidence);
    var telling =
        trial.attempts().stream()
            .filter(a -> a.role() != AttemptRole.CANDIDATE)
            .map(LoginAttempt::evidence);
    return Stream.concat(looks, telling)
        .flatMap(Optional::stream)
        .distinct()
        .limit(SAMPLE)
        .toArray(EvidenceRef[]::new);
  }

  static Optional<Sightings> twice(Optional<EvidenceRef> first, Optional<EvidenceRef> second) {
    return first.flatMap(
        one -> second.filter(two -> !two.equals(one)).map(two -> Sightings.twice(one, two)));
  }
}
