package org.coptest.probes.instrument.login;

import java.util.Optional;
import org.coptest.spi.EvidenceRef;

/**
 * What a door said to one credential.
 *
 * @param outcome yes, no, or why neither
 * @param proof what an accepted login was good for
 * @param likeness for comparing answers
 * @param detail what was seen, in our words, without secrets
 * @param evidence the exchange
 */
public record Answer(
    LoginOutcome outcome,
    Proof proof,
    Likeness likeness,
    String detail,
    Optional<EvidenceRef> evidence) {

  /** Let in. */
  public static Answer accepted(Proof proof, String detail, Optional<EvidenceRef> evidence) {
    return new Answer(LoginOutcome.ACCEPTED, proof, Likeness.typed("accepted"), detail, evidence);
  }

  /** Refused, and how the refusal looked. */
  public static Answer rejected(Likeness likeness, String detail, Optional<EvidenceRef> evidence) {
    return new Answer(LoginOutcome.REJECTED, Proof.NONE, likeness, detail, evidence);
  }

  /** Neither let in nor refused. */
  public static Answer undecided(
      LoginOutcome outcome, String detail, Optional<EvidenceRef> evidence) {
    return new Answer(outcome, Proof.NONE, Likeness.typed(outcome.name()), detail, evidence);
  }
}
