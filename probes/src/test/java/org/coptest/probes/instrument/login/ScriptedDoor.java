package org.coptest.probes.instrument.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.coptest.spi.EvidenceRef;

/** A door whose answers are a function of the credential and the number of the attempt. */
final class ScriptedDoor implements LoginDoor {
  private final BiFunction<Candidate, Integer, Answer> script;
  private final List<String> asked = new ArrayList<>();
  private Mechanism mechanism = Mechanism.PASSWORD;
  private NameUse names = NameUse.REQUIRED;

  ScriptedDoor(BiFunction<Candidate, Integer, Answer> script) {
    this.script = script;
  }

  /** Lets in exactly this pair. */
  static ScriptedDoor taking(String user, String password) {
    return new ScriptedDoor(
        (c, n) -> c.user().equals(user) && c.password().equals(password) ? yes(n) : no(n));
  }

  ScriptedDoor offering(Mechanism other) {
    mechanism = other;
    return this;
  }

  ScriptedDoor naming(NameUse other) {
    names = other;
    return this;
  }

  List<String> asked() {
    return asked;
  }

  static Answer yes(int n) {
    return Answer.accepted(Proof.COMMAND, "in", evidence(n));
  }

  static Answer no(int n) {
    return no("51", n);
  }

  static Answer no(String typed, int n) {
    return Answer.rejected(Likeness.typed(typed), "out", evidence(n));
  }

  static Answer neither(LoginOutcome outcome, int n) {
    return Answer.undecided(outcome, "neither", evidence(n));
  }

  private static Optional<EvidenceRef> evidence(int n) {
    return Optional.of(new EvidenceRef("T-" + n));
  }

  private final AtomicInteger looks = new AtomicInteger();

  @Override
  public Look look() {
    var access = mechanism == Mechanism.OPEN ? Access.GRANTED : Access.DENIED;
    var seen = Optional.of(new EvidenceRef("L-" + looks.incrementAndGet()));
    return new Look(access, mechanism, List.of("password"), "session", names, "looked", seen);
  }

  @Override
  public Answer attempt(Candidate candidate) {
    asked.add(candidate.id());
    return script.apply(candidate, asked.size());
  }
}
