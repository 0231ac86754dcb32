package org.coptest.probes.instrument.telnet;

import java.util.Set;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.ProbeException;

/** One login on one console, from the greeting to a session or a refusal. */
final class Dialogue {
  private final Console console;
  private final Candidate candidate;
  private final Set<String> loginPrompts;
  private final RandomGenerator random;
  private LineEnd end;

  /**
   * With this credential.
   *
   * @param loginPrompts last lines that ask for a login; those met here are added
   */
  Dialogue(
      Console console,
      Candidate candidate,
      LineEnd end,
      Set<String> loginPrompts,
      RandomGenerator random) {
    this.console = console;
    this.candidate = candidate;
    this.end = end;
    this.loginPrompts = loginPrompts;
    this.random = random;
  }

  /**
   * How it went.
   *
   * @param outcome ERROR for a text that is neither refusal nor session
   * @param proof of a session
   * @param typed where it ended: user, password, closed or text
   * @param screen what was shown after the password
   * @param detail in our words
   */
  record Result(LoginOutcome outcome, Proof proof, String typed, Screen screen, String detail) {}

  /** What Enter should send next time. */
  LineEnd betterEnd() {
    return end;
  }

  /** From the greeting on; some consoles want an Enter before they ask. */
  Result hold(boolean enterFirst) throws ProbeException, InterruptedException {
    var greeting = console.greeting();
    if (greeting.prompt() == Prompt.NONE) {
      return greeting.ended()
          ? result(LoginOutcome.THROTTLED, "closed", greeting, "it closed before a prompt")
          : result(LoginOutcome.NO_ANSWER, "text", greeting, "no prompt came");
    }
    return login(enterFirst && greeting.prompt() == Prompt.OTHER ? console.say("", end) : greeting);
  }

  private Result login(Screen greeting) throws ProbeException, InterruptedException {
    loginPrompts.add(greeting.line());
    return greeting.prompt() == Prompt.PASSWORD ? password() : user(greeting);
  }

  private Result user(Screen greeting) throws ProbeException, InterruptedException {
    var screen = console.say(candidate.user(), end);
    if (screen.blank(candidate.user()) && !screen.ended()) {
      // Nothing moves: this console waits for another kind of Enter.
      end = LineEnd.LF;
      screen = console.say("", end);
    }
    if (screen.ended()) {
      return result(LoginOutcome.THROTTLED, "closed", screen, "it closed after the user name");
    } else if (screen.prompt() == Prompt.PASSWORD) {
      loginPrompts.add(screen.line());
      return password();
    } else if (passwordAsked(screen)) {
      return passwordSkipped(screen);
    } else if (screen.line().equals(greeting.line()) || screen.prompt() == Prompt.USER) {
      return result(LoginOutcome.REJECTED, "user", screen, "the user name was refused");
    }
    return prove(screen);
  }

  private static boolean passwordAsked(Screen screen) {
    return screen.text().lines().anyMatch(line -> Prompt.of(line) == Prompt.PASSWORD);
  }

  /** A line feed that counts as an empty password: the next try ends its lines with CR NUL. */
  private Result passwordSkipped(Screen screen) {
    var again = end == LineEnd.CR_LF;
    end = LineEnd.CR_NUL;
    return result(
        again ? LoginOutcome.NO_ANSWER : LoginOutcome.ERROR,
        "user",
        screen,
        "the line end was taken as an empty password");
  }

  private Result password() throws ProbeException, InterruptedException {
    var screen = console.say(candidate.password(), end);
    if (screen.ended()) {
      return result(LoginOutcome.REJECTED, "closed", screen, "it closed after the password");
    } else if (refused(screen)) {
      return result(LoginOutcome.REJECTED, typed(screen), screen, "the login prompt came back");
    } else if (screen.blank(candidate.password())) {
      return result(LoginOutcome.NO_ANSWER, "text", screen, "nothing came after the password");
    } else if (asks(screen)) {
      // It may want a new password: nothing may be typed here.
      return result(LoginOutcome.ERROR, typed(screen), screen, "another question came");
    }
    return prove(screen);
  }

  /** The very prompt of the login; one in other words has to fail the proof first. */
  private boolean refused(Screen screen) {
    return screen.prompt() != Prompt.NONE && loginPrompts.contains(screen.line());
  }

  private Result prove(Screen screen) throws ProbeException, InterruptedException {
    var found = new ConsoleProof(console, end, random).find(loginPrompts);
    if (found.proof() != Proof.NONE) {
      return new Result(
          LoginOutcome.ACCEPTED, found.proof(), "session", screen, "session: " + found.proof());
    } else if (found.last().ended()) {
      return result(LoginOutcome.ERROR, "closed", screen, "it closed when a command was asked");
    } else if (refused(found.last()) || asks(found.last())) {
      return result(LoginOutcome.REJECTED, "user", screen, "a login prompt came back");
    }
    return result(LoginOutcome.ERROR, "text", screen, "neither a session nor a login prompt");
  }

  private static boolean asks(Screen screen) {
    return screen.prompt() == Prompt.USER || screen.prompt() == Prompt.PASSWORD;
  }

  private static String typed(Screen screen) {
    return screen.prompt() == Prompt.PASSWORD ? "password" : "user";
  }

  private static Result result(LoginOutcome outcome, String typed, Screen screen, String detail) {
    return new Result(outcome, Proof.NONE, typed, screen, detail);
  }
}
