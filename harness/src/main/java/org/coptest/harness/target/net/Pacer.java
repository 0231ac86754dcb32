package org.coptest.harness.target.net;

import java.time.Duration;

/** Keeps events of one kind this far apart, for all threads together. */
final class Pacer {
  private final BenchTime time;
  private final long gap;
  private long next;

  Pacer(double perSecond, BenchTime time) {
    this.time = time;
    this.gap = (long) (1e9 / perSecond);
    this.next = time.nanos();
  }

  /** Waits for the next slot; false when it comes only after the deadline. */
  boolean await(Deadline deadline) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long wait = reserve(deadline);
    if (wait > 0) {
      time.sleep(Duration.ofNanos(wait));
    }
    return wait >= 0;
  }

  private synchronized long reserve(Deadline deadline) {
    long now = time.nanos();
    long slot = next - now > 0 ? next : now;
    if (slot - deadline.endNanos() >= 0) {
      return -1;
    }
    next = slot + gap;
    return slot - now;
  }
}
