package org.coptest.harness.target.net;

import java.time.Duration;
import java.time.Instant;

/** Time that passes only when somebody sleeps or the test says so. */
final class FakeTime implements BenchTime {
  private Duration passed = Duration.ZERO;

  @Override
  public synchronized Instant utc() {
    return Instant.parse("2025-03-01T10:00:00Z").plus(passed);
  }

  // Close to the overflow on purpose: nanoseconds may be compared by difference only.
  @Override
  public synchronized long nanos() {
    return Long.MAX_VALUE - 1_000_000_000L + passed.toNanos();
  }

  @Override
  public void sleep(Duration duration) {
    pass(duration);
  }

  synchronized void pass(Duration duration) {
    passed = passed.plus(duration);
  }

  synchronized Duration passed() {
    return passed;
  }
}
