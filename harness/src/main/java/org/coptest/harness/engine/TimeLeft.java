package org.coptest.harness.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * A node of the deadline tree run, device, probe: a child never has more time than its parent.
 *
 * @param endNanos instant of {@link System#nanoTime()} at which it is up
 */
record TimeLeft(long endNanos) {

  /** A root that ends after this long, or practically never. */
  static TimeLeft of(Optional<Duration> budget) {
    return new TimeLeft(System.nanoTime() + budget.orElse(Duration.ofDays(30)).toNanos());
  }

  TimeLeft child(Duration limit) {
    return new TimeLeft(Math.min(endNanos, System.nanoTime() + limit.toNanos()));
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  boolean isUp() {
    return left().isZero();
  }
}
