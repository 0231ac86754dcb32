package org.coptest.harness.target.net;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Sweep;

/** The state of every port of a sweep; an answer is never overwritten by silence. */
final class PortTally {
  private final AtomicIntegerArray states = new AtomicIntegerArray(65_536);
  private final AtomicInteger done = new AtomicInteger();

  void put(int port, PortState state) {
    if (states.getAndSet(port, state.ordinal()) == PortState.UNTRIED.ordinal()) {
      done.incrementAndGet();
    }
  }

  /** Ports tried at least once. */
  int done() {
    return done.get();
  }

  PortSet in(PortState state) {
    var bits = new BitSet();
    for (int port = 1; port < states.length(); port++) {
      bits.set(port, states.get(port) == state.ordinal());
    }
    return PortSet.of(bits);
  }

  Sweep sweep() {
    return new Sweep(
        in(PortState.OPEN), in(PortState.REFUSED), in(PortState.SILENT), in(PortState.UNREACHABLE));
  }
}
