package org.coptest.probes.passwords;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.passwords.guessing.GuessPhase;
import org.coptest.probes.passwords.guessing.GuessRate;
import org.coptest.probes.passwords.guessing.GuessSpace;
import org.coptest.probes.passwords.guessing.GuessTrial;
import org.coptest.probes.passwords.guessing.ValidTry;
import org.coptest.probes.passwords.guessing.ValidTry.When;
import org.coptest.spi.Criteria;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Authorisation;
import org.coptest.spi.declaration.BruteForce;
import org.coptest.spi.declaration.BruteForceKind;
import org.coptest.spi.declaration.LockScope;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.RowJudgement;

/**
 * One measured login beside its declaration: limited, hopeless to guess at, or open to guessing.
 */
final class GuessReading {
  private static final int MOST_FAILURES = 100;
  private static final int ENOUGH = 120;
  private static final Duration NOTICEABLE = Duration.ofSeconds(1);
  private final TrialReading it;
  private final GuessTrial trial;
  private final String probe;
  private final Criteria criteria;

  GuessReading(TrialReading it, GuessTrial trial, String probe, Criteria criteria) {
    this.it = it;
    this.trial = trial;
    this.probe = probe;
    this.criteria = criteria;
  }

  /** Of a login that was met and not measured. */
  static RowJudgement unmeasured(TrialReading it) {
    return it.undecided(Cause.COVERAGE_PARTIAL, "wrong passwords were not tried in a row here");
  }

  RowJudgement row() {
    if (trial.mechanism() != Mechanism.PASSWORD && trial.cut().isEmpty()) {
      return unmeasured(it);
    }
    var before = trial.at(When.BEFORE).findFirst();
    if (before.isPresent() && !before.get().accepted()) {
      return undecided(
          Cause.CONTROL_FAILED,
          "did not take %s at the start (%s)"
              .formatted(it.path("validCredential"), before.get().detail()));
    } else if (before.isPresent() && !trial.usable()) {
      return shutOut();
    } else if (trial.cut().isPresent()) {
      return undecided(trial.cut().get().cause(), trial.cut().get().why());
    }
    return refused().map(this::limited).orElseGet(this::unlimited);
  }

  private RowJudgement shutOut() {
    var recovery =
        criteria.target().authorised().map(Authorisation::recovery).orElse("restart or reset it");
    return undecided(
        Cause.LOCKED_OUT,
        "does not take the right password any more, %d wrong ones and every wait later; to bring it"
                .formatted(trial.wrong())
            + " back: "
            + recovery);
  }

  /** The right password that was not let in after wrong ones. */
  private Optional<ValidTry> refused() {
    return trial.at(When.AFTER_PHASE).filter(tried -> !tried.accepted()).findFirst();
  }

  private RowJudgement limited(ValidTry refused) {
    int most = threshold().orElse(MOST_FAILURES);
    var elsewhere = trial.at(When.FROM_ELSEWHERE).anyMatch(ValidTry::accepted);
    if (refused.wrongBefore() > Math.min(most, MOST_FAILURES)) {
      return undecided(
          Cause.AMBIGUOUS_RESPONSE,
          "shuts out after at most %d wrong passwords, but %s says %d"
              .formatted(refused.wrongBefore(), it.path("bruteForce.afterAttempts"), most));
    } else if (elsewhere && scope().filter(it -> it == LockScope.SOURCE).isEmpty()) {
      return undecided(
          Cause.AMBIGUOUS_RESPONSE,
          "shuts out one address only, and another one guesses on: declare %s"
              .formatted(it.path("bruteForce.scope")));
    }
    var control =
        new Control(
            "the right password before, after the wrong ones, and after the wait",
            trial.usable(),
            "taken, refused after %d wrong ones, taken again".formatted(refused.wrongBefore()));
    return pass(
        control,
        "the right password is refused after %d wrong ones (%s) and works again later; %s%s"
            .formatted(refused.wrongBefore(), refused.outcome(), fromElsewhere(), onOthers()));
  }

  private String fromElsewhere() {
    return trial
        .at(When.FROM_ELSEWHERE)
        .findFirst()
        .map(tried ->
            tried.accepted() ? "another address may go on" : "another address is refused too")
        .orElse(trial.source());
  }

  private String onOthers() {
    var open = trial.at(When.ON_ANOTHER_SURFACE).filter(ValidTry::accepted).map(ValidTry::where);
    var names = String.join(", ", open.toList());
    return names.isEmpty()
        ? ""
        : "; it still worked on " + names + ", measured in a row of its own";
  }

  private RowJudgement unlimited() {
    var space = it.mech().flatMap(AuthMech::password).flatMap(GuessSpace::log10);
    var delayed = delayed();
    if (promised() && !delayed) {
      return unmet();
    } else if (space.isEmpty()) {
      return undecided(
          Cause.MISSING_INPUT,
          "takes the right password right after %d wrong ones: declare %s and charset to tell how"
                  .formatted(trial.wrong(), it.path("password.length"))
              + " many there are to guess among");
    }
    // Where nobody tried in parallel, a device may well be a thousand times faster.
    var parallel = trial.phases().stream().anyMatch(phase -> phase.connections() > 1);
    var chance = GuessRate.chance(perMinute() * (parallel ? 1 : GuessRate.MARGIN), space.get());
    if (chance <= GuessRate.ACCEPTABLE) {
      return hopeless(chance);
    } else if (delayed) {
      return undecided(
          Cause.COVERAGE_PARTIAL,
          "answers more slowly after wrong passwords, at most %s a minute, which alone leaves a"
                  .formatted(number(perMinute()))
              + " chance of %s in a year".formatted(number(chance)));
    }
    return trial.wrong() < ENOUGH
        ? undecided(
            Cause.COVERAGE_PARTIAL,
            "only %d of %d wrong passwords were tried".formatted(trial.wrong(), ENOUGH))
        : open(
            "a year at %s a minute finds one of 10^%s passwords with a chance of %s"
                .formatted(number(perMinute()), number(space.get()), number(chance)));
  }

  private RowJudgement hopeless(double chance) {
    var control =
        new Control(
            "the right password before and after the wrong ones",
            trial.at(When.AFTER_PHASE).allMatch(ValidTry::accepted),
            "taken each time, and %d wrong ones were not".formatted(trial.wrong()));
    return pass(
        control,
        "at most %s wrong passwords a minute are answered; even much faster guessing finds the right"
                .formatted(number(perMinute()))
            + " one in a year with a chance of %s only".formatted(number(chance)));
  }

  /** A declared lock, limit, delay or second factor that nobody met. */
  private RowJudgement unmet() {
    var kind = declared().flatMap(BruteForce::kind).orElseThrow();
    return open(
        "%s declares a %s"
            .formatted(
                it.path("bruteForce"), kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
  }

  private RowJudgement open(String but) {
    var found =
        "%s took the right password at once after %d wrong ones, at most %s a minute"
            .formatted(it.place(), trial.wrong(), number(perMinute()));
    var most = threshold().orElse(MOST_FAILURES);
    return OpenToGuessing.row(it, trial, criteria.target().id(), probe, most, found, but)
        .orElseGet(() -> undecided(Cause.COVERAGE_PARTIAL, found + ", seen once"));
  }

  /** Whether the right password itself was answered late. */
  private boolean delayed() {
    var usual = trial.at(When.BEFORE).findFirst().map(ValidTry::took).orElse(Duration.ZERO);
    var late = usual.multipliedBy(3).plus(NOTICEABLE);
    return trial.at(When.AFTER_PHASE).anyMatch(tried -> tried.took().compareTo(late) > 0);
  }

  private double perMinute() {
    return trial.phases().stream().mapToDouble(GuessPhase::mostPerMinute).max().orElse(0);
  }

  private boolean promised() {
    return trial.wrong() >= ENOUGH
        && declared()
            .flatMap(BruteForce::kind)
            .filter(kind -> kind != BruteForceKind.ENTROPY)
            .isPresent();
  }

  private Optional<BruteForce> declared() {
    return it.mech().flatMap(AuthMech::bruteForce);
  }

  private Optional<Integer> threshold() {
    return declared().flatMap(BruteForce::afterAttempts);
  }

  private Optional<LockScope> scope() {
    return declared().flatMap(BruteForce::scope);
  }

  private RowJudgement pass(Control control, String reason) {
    return control
        .proof()
        .map(held ->
            RowJudgement.pass(it.trial().subject(), it.place() + ": " + reason, held, evidence()))
        .orElseGet(() -> undecided(Cause.CONTROL_FAILED, control.detail()));
  }

  private RowJudgement undecided(Cause cause, String reason) {
    return RowJudgement.undecided(
        it.trial().subject(), cause, it.place() + ": " + reason, evidence());
  }

  private EvidenceRef[] evidence() {
    return List.copyOf(trial.valid()).stream()
        .flatMap(tried -> tried.evidence().stream())
        .distinct()
        .toArray(EvidenceRef[]::new);
  }

  private static String number(double value) {
    return value >= 0.01 && value < 100_000
        ? String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value)
        : String.format(Locale.ROOT, "%.0e", value);
  }
}
