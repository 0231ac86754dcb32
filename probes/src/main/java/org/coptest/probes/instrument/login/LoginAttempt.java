package org.coptest.probes.instrument.login;

import java.util.Optional;
import org.coptest.spi.EvidenceRef;

/**
 * One attempt, as recorded.
 *
 * @param number place among the attempts on this surface, counted from 1
 * @param role why it was made
 * @param candidate id of the credential, never the credential
 * @param outcome what it came to, after retries
 * @param proof what an accepted login was good for
 * @param familiar whether a refusal looked like those of the controls
 * @param typed whether a refusal was the protocol's own message and not a text
 * @param tries how often it had to be made until the device decided
 * @param detail what was seen, in our words
 * @param evidence the exchange
 */
public record LoginAttempt(
    int number,
    AttemptRole role,
    String candidate,
    LoginOutcome outcome,
    Proof proof,
    boolean familiar,
    boolean typed,
    int tries,
    String detail,
    Optional<EvidenceRef> evidence) {

  /** A wrong credential that was let in. */
  public boolean wronglyAccepted() {
    return role.negative() && outcome == LoginOutcome.ACCEPTED;
  }
}
