package org.coptest.harness.target.net;

import java.time.Duration;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/**
 * A point in time after which something must have ended. The tree is run, device, probe, exchange:
 * a child never ends after its parent.
 *
 * @param what what ends, for people
 * @param endNanos on the monotonic clock of {@code time}
 * @param time the bench time
 */
public record Deadline(String what, long endNanos, BenchTime time) {
  private static final Duration LONGEST = Duration.ofDays(365);

  /** Starts a tree. */
  public static Deadline after(String what, Duration limit, BenchTime time) {
    return new Deadline(what, time.nanos() + nanos(limit), time);
  }

  /** Ends after this long, or with this one if that is sooner. */
  public Deadline child(Duration limit) {
    return child(what, limit);
  }

  /** As above, for a named part. */
  public Deadline child(String part, Duration limit) {
    long end = time.nanos() + nanos(limit);
    return end - endNanos >= 0 ? this : new Deadline(part, end, time);
  }

  /** What is left; never negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, endNanos - time.nanos()));
  }

  /** Whether nothing is left. */
  public boolean passed() {
    return endNanos - time.nanos() <= 0;
  }

  /**
   * Goes on only while time is left.
   *
   * @throws ProbeException BUDGET_EXHAUSTED
   */
  public void check() throws ProbeException {
    if (passed()) {
      throw new ProbeException(Cause.BUDGET_EXHAUSTED, "the time of the " + what + " is used up");
    }
  }

  private static long nanos(Duration limit) {
    return (limit.compareTo(LONGEST) > 0 ? LONGEST : limit).toNanos();
  }
}
