package org.coptest.probes.passwords.guessing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Cut;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.Surface;
import org.coptest.probes.passwords.guessing.ValidTry.When;
import org.coptest.spi.Bench;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/**
 * Measures one login: the right password, then phases of wrong ones with the right one after each;
 * once that is refused, on the other surfaces, and again when the lock should be over.
 */
public final class GuessExam {
  private final Bench bench;
  private final GuessSurface surface;
  private final List<GuessSurface> others;
  private final Candidate valid;
  private final GuessPatience patience;
  private final GuessPlan plan;
  private final List<GuessPhase> phases = new ArrayList<>();
  private final List<ValidTry> tries = new ArrayList<>();
  private final List<Cut> cut = new ArrayList<>();
  private Mechanism mechanism = Mechanism.UNKNOWN;
  private String source = "the right password was not tried from another address of the bench";
  private int wrong;

  /**
   * For one login.
   *
   * @param others surfaces that may know the same account
   * @param valid the right password
   */
  public GuessExam(
      Bench bench,
      GuessSurface surface,
      List<GuessSurface> others,
      AuthMech mech,
      Candidate valid,
      GuessPatience patience) {
    this.bench = bench;
    this.surface = surface;
    this.others = List.copyOf(others);
    this.plan = GuessPlan.of(mech);
    this.valid = valid;
    this.patience = patience;
  }

  /** Does all of it; the account is usable again afterwards, or the trial says that it is not. */
  public GuessTrial examine() throws ProbeException, InterruptedException {
    try (var door = surface.opening().on(bench)) {
      mechanism = door.settledLook().mechanism();
      if (mechanism == Mechanism.PASSWORD) {
        measured(door);
      }
    } catch (ProbeException e) {
      if (e.reasonCode().verdict() == Verdict.ERROR) {
        throw e;
      }
      cut.add(new Cut(e.reasonCode(), String.valueOf(e.getMessage())));
    }
    return trial(surface.surface(), mechanism);
  }

  /** Where nothing can be measured, and nothing was sent. */
  public static GuessTrial without(Surface surface, Cut why) {
    return new GuessTrial(
        surface.subject(),
        surface.protocol(),
        surface.endpoint().port(),
        surface.endpoint().text(),
        Mechanism.UNKNOWN,
        List.of(),
        List.of(),
        "",
        Optional.of(why));
  }

  private GuessTrial trial(Surface at, Mechanism offered) {
    return new GuessTrial(
        at.subject(),
        at.protocol(),
        at.endpoint().port(),
        at.endpoint().text(),
        offered,
        List.copyOf(phases),
        List.copyOf(tries),
        source,
        cut.stream().findFirst());
  }

  private void measured(LoginDoor door) throws ProbeException, InterruptedException {
    if (!right(When.BEFORE, surface, door)) {
      return;
    }
    for (var wanted : plan.phases()) {
      var phase = new GuessVolley(bench, surface, valid.user(), patience).fire(wanted, door);
      phases.add(phase);
      wrong += phase.guesses().size();
      if (phase.accepted() > 0) {
        cut.add(new Cut(Cause.CONTROL_FAILED, "a wrong password was let in"));
        return;
      } else if (!right(When.AFTER_PHASE, surface, door)) {
        refused(door);
        return;
      } else if (phase.guesses().size() < wanted.count()) {
        cut.add(
            new Cut(
                Cause.COVERAGE_PARTIAL,
                "%d of %d wrong passwords could be tried"
                    .formatted(phase.guesses().size(), wanted.count())));
        return;
      } else if (plan.enough(phase)) {
        return;
      }
    }
  }

  /** The right password is refused: where is it, and until when? */
  private void refused(LoginDoor door) throws ProbeException, InterruptedException {
    elsewhere();
    for (var other : others) {
      try (var beside = other.opening().on(bench)) {
        if (beside.settledLook().mechanism() == Mechanism.PASSWORD) {
          right(When.ON_ANOTHER_SURFACE, other, beside);
        }
      }
    }
    for (var wait : patience.waits(plan.lock())) {
      if (bench.remaining().compareTo(wait.plus(patience.reserve())) < 0) {
        cut.add(new Cut(Cause.BUDGET_EXHAUSTED, "no time is left to wait until the lock ends"));
        return;
      }
      Thread.sleep(wait);
      if (right(When.AFTER_WAITING, surface, door)) {
        return;
      }
    }
  }

  private void elsewhere() throws ProbeException, InterruptedException {
    var dut = bench.dut().fromElsewhere();
    if (dut.isEmpty()) {
      source = "the bench has no second address to try the right password from";
      return;
    }
    source = "the right password was tried from another address of the bench";
    try (var door = surface.opening().on(new BenchElsewhere(bench, dut.get()))) {
      door.settledLook();
      right(When.FROM_ELSEWHERE, surface, door);
    }
  }

  /** Whether the right password is let in here and now. */
  private boolean right(When when, GuessSurface at, LoginDoor door)
      throws ProbeException, InterruptedException {
    if (!bench.dut().awaitGuess(at.surface().budget(), valid.user())) {
      cut.add(new Cut(Cause.BUDGET_EXHAUSTED, "no further login may be tried to measure guessing"));
      return false;
    }
    var begun = System.nanoTime();
    var answer = door.attempt(valid);
    var took = Duration.ofNanos(System.nanoTime() - begun);
    var tried =
        new ValidTry(
            when,
            at.surface().subject(),
            wrong,
            took,
            answer.outcome(),
            answer.detail(),
            answer.evidence());
    tries.add(tried);
    if (tried.accepted() && when != When.ON_ANOTHER_SURFACE && when != When.FROM_ELSEWHERE) {
      wrong = 0;
    }
    return tried.accepted();
  }
}
