package org.coptest.probes.passwords.guessing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.BruteForce;
import org.coptest.spi.declaration.BruteForceKind;

/**
 * How many wrong passwords are tried on one login, by its declaration.
 *
 * @param phases their numbers and connections
 * @param lock declared length of the lock
 * @param space power of ten of the passwords there are, where no lock is declared
 */
record GuessPlan(List<Phase> phases, Optional<Duration> lock, Optional<Double> space) {
  private static final int SEQUENTIAL = 20;
  private static final int PARALLEL = 100;
  private static final int CONNECTIONS = 4;

  /** So many, so many at a time. */
  record Phase(int count, int connections) {}

  /**
   * For a declared login: up to its threshold first, so that a lock in time is told from a late
   * one.
   */
  static GuessPlan of(AuthMech mech) {
    var declared = mech.bruteForce();
    var threshold = declared.flatMap(BruteForce::afterAttempts).filter(count -> count > 0);
    var phases = new ArrayList<Phase>();
    threshold
        .filter(count -> count < SEQUENTIAL)
        .ifPresent(count -> phases.add(new Phase(count, 1)));
    phases.add(new Phase(SEQUENTIAL, 1));
    var second = threshold.filter(count -> count > SEQUENTIAL && count <= PARALLEL);
    phases.add(new Phase(second.orElse(PARALLEL), CONNECTIONS));
    second.ifPresent(count -> phases.add(new Phase(PARALLEL, CONNECTIONS)));
    var space =
        promisesMore(declared)
            ? Optional.<Double>empty()
            : mech.password().flatMap(GuessSpace::log10);
    return new GuessPlan(
        phases, declared.flatMap(BruteForce::lockSeconds).map(Duration::ofSeconds), space);
  }

  /** Whether a defence is declared that wrong passwords must meet. */
  static boolean promisesMore(Optional<BruteForce> declared) {
    return declared
        .flatMap(BruteForce::kind)
        .filter(kind -> kind != BruteForceKind.ENTROPY)
        .isPresent();
  }

  /**
   * Whether even a thousand times the rate seen would leave guessing hopeless: more tells nothing.
   */
  boolean enough(GuessPhase phase) {
    return space
        .filter(size ->
            phase.refused() == phase.wanted()
                && GuessRate.chance(phase.mostPerMinute() * GuessRate.MARGIN, size)
                    <= GuessRate.ACCEPTABLE)
        .isPresent();
  }
}
