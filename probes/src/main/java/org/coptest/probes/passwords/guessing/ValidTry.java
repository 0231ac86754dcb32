package org.coptest.probes.passwords.guessing;

import java.time.Duration;
import java.util.Optional;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.spi.EvidenceRef;

/**
 * The right password, tried once.
 *
 * @param when at which point
 * @param where subject of the surface it was tried on
 * @param wrongBefore wrong passwords since it was taken last
 * @param took until it was answered
 * @param outcome what the device said
 * @param detail what was seen, in our words
 * @param evidence the exchange
 */
public record ValidTry(
    When when,
    String where,
    int wrongBefore,
    Duration took,
    LoginOutcome outcome,
    String detail,
    Optional<EvidenceRef> evidence) {

  /** A point of the measurement. */
  public enum When {
    /** Before any wrong one. */
    BEFORE,
    /** Right after a phase of wrong ones. */
    AFTER_PHASE,
    /** While it was refused, from another address of the bench. */
    FROM_ELSEWHERE,
    /** While it was refused, on another surface with the same account. */
    ON_ANOTHER_SURFACE,
    /** After waiting for the lock to end. */
    AFTER_WAITING
  }

  /** Whether it was let in. */
  public boolean accepted() {
    return outcome == LoginOutcome.ACCEPTED;
  }
}
