package org.coptest.probes.instrument.login;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.verdict.Cause;

/** Makes attempts on one surface within the login budget, again when dropped, and keeps them. */
final class LoginTries {
  private final Dut dut;
  private final Surface surface;
  private final LoginDoor door;
  private final Patience patience;
  private final Supplier<Duration> remaining;
  private final List<LoginAttempt> made = new ArrayList<>();
  private final List<Likeness> refusals = new ArrayList<>();
  private final Set<String> accounts = new HashSet<>();
  private Likeness last = Likeness.typed("");

  LoginTries(
      Dut dut, Surface surface, LoginDoor door, Patience patience, Supplier<Duration> remaining) {
    this.dut = dut;
    this.surface = surface;
    this.door = door;
    this.patience = patience;
    this.remaining = remaining;
  }

  List<LoginAttempt> made() {
    return List.copyOf(made);
  }

  /** Whether this account was tried before. */
  boolean known(String account) {
    return accounts.contains(account);
  }

  /** Calls refusals like the last answer familiar from now on. */
  void learn() {
    refusals.add(last);
  }

  /** Likeness of the last answer. */
  Likeness last() {
    return last;
  }

  /** Whether the login budget lets this account be tried once more. */
  boolean admits(Candidate candidate) throws InterruptedException {
    for (int login = 0; login < door.loginsEach(); login++) {
      if (!dut.awaitLogin(surface.budget(), candidate.user())) {
        return false;
      }
    }
    return true;
  }

  /** Tries a control; stops when the login budget has none left. */
  LoginAttempt control(AttemptRole role, Candidate candidate)
      throws Stop, ProbeException, InterruptedException {
    if (!admits(candidate)) {
      throw Stop.cut(Cause.BUDGET_EXHAUSTED, "the login budget allows no further control");
    }
    return admitted(role, candidate);
  }

  /** Tries a candidate that the budget has admitted; stops when the device no longer decides. */
  LoginAttempt admitted(AttemptRole role, Candidate candidate)
      throws Stop, ProbeException, InterruptedException {
    var answer = door.attempt(candidate);
    int tries = 1;
    while (dropped(answer) && tries <= patience.pauses().size()) {
      pause(patience.pauses().get(tries - 1));
      if (!admits(candidate)) {
        break;
      }
      answer = door.attempt(candidate);
      tries++;
    }
    accounts.add(candidate.user());
    last = answer.likeness();
    var attempt = keep(role, candidate, answer, tries);
    if (!answer.outcome().decided() && answer.outcome() != LoginOutcome.ERROR) {
      throw Stop.cut(
          cause(answer.outcome()), "attempt %d: %s".formatted(attempt.number(), answer.detail()));
    }
    return attempt;
  }

  private LoginAttempt keep(AttemptRole role, Candidate candidate, Answer answer, int tries) {
    var familiar =
        answer.outcome() != LoginOutcome.REJECTED
            || refusals.isEmpty()
            || refusals.stream().anyMatch(answer.likeness()::alike);
    var attempt =
        new LoginAttempt(
            made.size() + 1,
            role,
            candidate.id(),
            answer.outcome(),
            answer.proof(),
            familiar,
            answer.likeness().codeOnly(),
            tries,
            answer.detail(),
            answer.evidence());
    made.add(attempt);
    return attempt;
  }

  private void pause(Duration wanted) throws Stop, InterruptedException {
    if (remaining.get().compareTo(wanted.plus(patience.reserve())) < 0) {
      throw Stop.cut(
          Cause.BUDGET_EXHAUSTED, "no time is left to wait until logins are taken again");
    }
    Thread.sleep(wanted);
  }

  private static boolean dropped(Answer answer) {
    return answer.outcome() == LoginOutcome.THROTTLED || answer.outcome() == LoginOutcome.NO_ANSWER;
  }

  private static Cause cause(LoginOutcome outcome) {
    return switch (outcome) {
      case LOCKED -> Cause.LOCKED_OUT;
      case THROTTLED -> Cause.RATE_LIMITED;
      default -> Cause.AMBIGUOUS_RESPONSE;
    };
  }
}
