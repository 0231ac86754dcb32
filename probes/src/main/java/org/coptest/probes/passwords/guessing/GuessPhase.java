package org.coptest.probes.passwords.guessing;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.coptest.probes.instrument.login.LoginOutcome;

/**
 * Wrong passwords for one account, as fast as they are answered.
 *
 * @param connections how many were under way together
 * @param wanted how many were to be made
 * @param guesses those that were made, in the order they were answered
 */
public record GuessPhase(int connections, int wanted, List<Guess> guesses) {

  /** How many the device took up and refused. */
  public int refused() {
    return (int) guesses.stream().filter(it -> it.outcome() == LoginOutcome.REJECTED).count();
  }

  /** Wrong passwords that were let in. */
  public long accepted() {
    return guesses.stream().filter(it -> it.outcome() == LoginOutcome.ACCEPTED).count();
  }

  /** From its first question to its last answer. */
  public Duration length() {
    return guesses.stream()
        .map(Guess::answered)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Refusals a minute, with 95 % confidence no more than this. */
  public double mostPerMinute() {
    return GuessRate.mostPerMinute(refused(), length());
  }
}
