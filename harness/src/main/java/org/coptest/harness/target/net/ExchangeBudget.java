package org.coptest.harness.target.net;

import java.time.Duration;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/**
 * What one connection may still cost. An exchange runs from a send (or the connect) to the last
 * byte of its answer; each send begins a new one, and the probe's deadline bounds them all.
 */
final class ExchangeBudget {
  private final Limits limits;
  private final BenchTime time;
  private final Deadline probe;
  private Deadline exchange;
  private long receivedInAll;
  private long receivedNow;
  private long firstByte;

  ExchangeBudget(Limits limits, Deadline probe, BenchTime time) {
    this.limits = limits;
    this.time = time;
    this.probe = probe;
    this.exchange = probe.child("exchange", limits.exchange());
  }

  /** Something is about to be sent. */
  synchronized void begin() throws ProbeException {
    probe.check();
    exchange = probe.child("exchange", limits.exchange());
    receivedNow = 0;
  }

  /** The time that is left; throws when there is none. */
  synchronized Duration remaining() throws ProbeException {
    exchange.check();
    return exchange.remaining();
  }

  /** Counts bytes that arrived. */
  synchronized void received(int bytes) throws ProbeException {
    receivedInAll += bytes;
    firstByte = receivedNow == 0 ? time.nanos() : firstByte;
    receivedNow += bytes;
    if (receivedInAll > limits.receivedBytes()) {
      throw exhausted("flood: more than " + limits.receivedBytes() + " bytes on one connection");
    }
    long since = time.nanos() - firstByte;
    if (since > limits.dripAfter().toNanos()
        && receivedNow * 1e9 / since < limits.dripBytesPerSecond()) {
      throw exhausted(
          "tarpit: %d bytes in %d ms".formatted(receivedNow, Duration.ofNanos(since).toMillis()));
    }
  }

  private static ProbeException exhausted(String what) {
    return new ProbeException(Cause.BUDGET_EXHAUSTED, what);
  }
}
