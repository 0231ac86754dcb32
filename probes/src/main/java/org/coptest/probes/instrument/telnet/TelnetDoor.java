package org.coptest.probes.instrument.telnet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.VisibleText;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;

/** Logins of a Telnet server or raw console; learns its prompts and refusals from the controls. */
public final class TelnetDoor implements LoginDoor {
  private final Dut dut;
  private final Endpoint endpoint;
  private final RandomGenerator random;
  private final Timing timing;
  private final Set<String> loginPrompts = new HashSet<>();
  private final List<Likeness> promptlessRefusals = new ArrayList<>();
  private LineEnd end = LineEnd.CR_LF;
  private boolean enterFirst;

  /** Of this port. */
  public TelnetDoor(Dut dut, Endpoint endpoint, RandomGenerator random, Timing timing) {
    this.dut = dut;
    this.endpoint = endpoint;
    this.random = random;
    this.timing = timing;
  }

  @Override
  public Look look() throws ProbeException, InterruptedException {
    var opened = open();
    if (opened.isEmpty()) {
      return Look.unknown("the connection was not taken", Optional.empty());
    }
    try (var console = opened.get()) {
      return look(console);
    }
  }

  private Look look(Console console) throws ProbeException, InterruptedException {
    var screen = console.greeting();
    loginPrompts.add(screen.line());
    return switch (screen.prompt()) {
      case USER -> asks(NameUse.REQUIRED, "user", console);
      case PASSWORD -> asks(NameUse.ABSENT, "password", console);
      case OTHER -> other(console, screen);
      case NONE ->
          Look.unknown(
              screen.ended() ? "the connection ended before a prompt" : "no prompt came",
              Optional.of(console.transcript()));
    };
  }

  private static Look asks(NameUse names, String prompt, Console console) {
    return new Look(
        Access.DENIED,
        Mechanism.PASSWORD,
        List.of(prompt),
        "session",
        names,
        "the first prompt asks for the " + prompt,
        Optional.of(console.transcript()));
  }

  /** A prompt in unknown words: a shell computes or helps, a login asks for something else next. */
  private Look other(Console console, Screen first) throws ProbeException, InterruptedException {
    var entered = console.say("", end);
    enterFirst = entered.prompt() == Prompt.USER;
    if (enterFirst || entered.prompt() == Prompt.PASSWORD) {
      return asks(NameUse.REQUIRED, "user", console);
    }
    var proof = new ConsoleProof(console, end, random);
    var found = proof.product();
    if (found.proof() == Proof.COMMAND) {
      return open("a command was carried out without a login", console);
    }
    var next = found.last();
    if (next.prompt() == Prompt.PASSWORD || next.prompt() == Prompt.USER) {
      return asks(NameUse.REQUIRED, "user", console);
    }
    if (!next.ended() && next.line().equals(first.line()) && proof.helps()) {
      return open("commands are explained without a login", console);
    }
    return Look.unknown("a prompt that is no known login", Optional.of(console.transcript()));
  }

  private static Look open(String detail, Console console) {
    return new Look(
        Access.GRANTED,
        Mechanism.OPEN,
        List.of("shell"),
        "session",
        NameUse.REQUIRED,
        detail,
        Optional.of(console.transcript()));
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    var opened = open();
    if (opened.isEmpty()) {
      return Answer.undecided(
          LoginOutcome.THROTTLED, "the connection was not taken", Optional.empty());
    }
    try (var console = opened.get()) {
      console.hide(candidate.password());
      var dialogue = new Dialogue(console, candidate, end, loginPrompts, random);
      var answer = answer(dialogue.hold(enterFirst), candidate, console);
      end = dialogue.betterEnd();
      return answer;
    }
  }

  private Answer answer(Dialogue.Result result, Candidate candidate, Console console) {
    var evidence = Optional.<EvidenceRef>of(console.transcript());
    var text = result.screen().text();
    var submitted = List.of(candidate.user(), candidate.password());
    var likeness = VisibleText.likeness(result.typed(), text, submitted);
    return switch (result.outcome()) {
      case ACCEPTED -> Answer.accepted(result.proof(), result.detail(), evidence);
      case REJECTED -> Answer.rejected(likeness, result.detail(), evidence);
      case ERROR -> textOnly(candidate, likeness, result.detail(), evidence);
      default -> Answer.undecided(result.outcome(), result.detail(), evidence);
    };
  }

  /** A text without prompt or session is a refusal if random credentials get the same one. */
  private Answer textOnly(
      Candidate candidate, Likeness likeness, String detail, Optional<EvidenceRef> evidence) {
    if (candidate.control()) {
      promptlessRefusals.add(likeness);
    }
    return promptlessRefusals.stream().anyMatch(likeness::alike)
        ? Answer.rejected(likeness, "the text that random credentials get", evidence)
        : Answer.undecided(LoginOutcome.ERROR, detail, evidence);
  }

  private Optional<Console> open() throws ProbeException, InterruptedException {
    return dut.connect(endpoint) instanceof ConnectResult.Open open
        ? Optional.of(new Console(open.channel(), timing, loginPrompts))
        : Optional.empty();
  }
}
