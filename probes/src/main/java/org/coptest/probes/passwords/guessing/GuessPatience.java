package org.coptest.probes.passwords.guessing;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How long a lock is waited for.
 *
 * @param unknown waits, one after the other, where no length of the lock is declared
 * @param again how often a declared length is waited for, as trying may have begun it anew
 * @param phase after which no further wrong password of a phase is begun
 * @param reserve time left to the probe at which no new wait is begun
 */
public record GuessPatience(List<Duration> unknown, int again, Duration phase, Duration reserve) {

  /** As long as locks of devices last. */
  public static GuessPatience standard() {
    return new GuessPatience(
        List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15)),
        3,
        Duration.ofMinutes(5),
        Duration.ofSeconds(30));
  }

  /** The waits after each of which the right password is tried, one fifth longer than declared. */
  List<Duration> waits(Optional<Duration> lock) {
    return lock.map(length -> length.multipliedBy(12).dividedBy(10))
        .map(length -> Collections.nCopies(again, length))
        .orElse(unknown);
  }
}
