package org.coptest.harness.report.terminal;

import java.util.concurrent.atomic.AtomicInteger;

/** How far a device is; counted from several threads. */
final class DeviceProgress {
  private final int probes;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  DeviceProgress(int probes) {
    this.probes = probes;
  }

  void probeDone() {
    done.incrementAndGet();
  }

  void failed() {
    failures.incrementAndGet();
  }

  int probes() {
    return probes;
  }

  int done() {
    return done.get();
  }

  int failures() {
    return failures.get();
  }
}
