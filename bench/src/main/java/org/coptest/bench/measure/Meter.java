package org.coptest.bench.measure;

import java.time.Duration;

/** Measures from its making on. */
public final class Meter {
  private final HeapWatch heap = new HeapWatch();
  private final long started = System.nanoTime();
  private final Duration processor = Processor.own();

  /** What it took so far. */
  public Cost read() {
    return new Cost(
        Duration.ofNanos(System.nanoTime() - started),
        Processor.own().minus(processor),
        heap.used(),
        heap.live(),
        Processor.load());
  }
}
