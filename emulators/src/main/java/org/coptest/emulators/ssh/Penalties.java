package org.coptest.emulators.ssh;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Drops all connections for a while after some failures, as OpenSSH does since 9.8. */
public final class Penalties {
  private final int after;
  private final Duration length;
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong until = new AtomicLong(System.nanoTime());

  /** After this many failures, for this long. */
  public Penalties(int after, Duration length) {
    this.after = after;
    this.length = length;
  }

  void failed() {
    if (failures.incrementAndGet() % after == 0) {
      until.set(System.nanoTime() + length.toNanos());
    }
  }

  boolean dropping() {
    return until.get() - System.nanoTime() > 0;
  }
}
