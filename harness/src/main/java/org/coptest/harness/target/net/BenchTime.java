package org.coptest.harness.target.net;

import java.time.Duration;
import java.time.Instant;

/** The time of the bench; a test puts its own in. */
public interface BenchTime {

  /** The clock of this machine. */
  static BenchTime system() {
    return new BenchTime() {
      @Override
      public Instant utc() {
        return Instant.now();
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
      }
    };
  }

  /** Wall-clock time, for people and transcripts only. */
  Instant utc();

  /** Monotonic nanoseconds, for every limit. */
  long nanos();

  /** Waits this long. */
  void sleep(Duration duration) throws InterruptedException;
}
