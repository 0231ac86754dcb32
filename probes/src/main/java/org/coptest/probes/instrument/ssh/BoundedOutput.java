package org.coptest.probes.instrument.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Predicate;

/** Keeps the first 4 KiB that a channel writes and lets others wait for them. */
final class BoundedOutput extends OutputStream {
  private static final int MOST = 4096;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean finished;

  @Override
  public synchronized void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    kept.write(bytes, offset, Math.min(length, MOST - kept.size()));
    notifyAll();
  }

  /** No more will come. */
  synchronized void finish() {
    finished = true;
    notifyAll();
  }

  /** Whether what came within this time satisfies the condition. */
  synchronized boolean await(Predicate<byte[]> condition, Duration limit)
      throws InterruptedException {
    var end = System.nanoTime() + limit.toNanos();
    while (!condition.test(kept.toByteArray())) {
      var left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0 || finished) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
