package org.coptest.probes.attacksurface;

import java.util.BitSet;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Sweep;

/** Sweeps in parts and asks ports known to answer right before and after each part. */
final class FramedSweep {
  private final Connects connects;
  private final PortSet known;
  private final int batch;
  private ControlLook control = ControlLook.none();

  /** Connects once to each port. */
  @FunctionalInterface
  interface Connects {
    Sweep to(PortSet ports) throws ProbeException, InterruptedException;
  }

  FramedSweep(Connects connects, PortSet known, int batch) {
    this.connects = connects;
    this.known = known;
    this.batch = batch;
  }

  Sweep over(PortSet ports, EvidenceLog evidence) throws ProbeException, InterruptedException {
    var all = ports.bits();
    var sum = Sweeps.none();
    askKnown();
    for (int from = 0; from < all.length(); from += batch) {
      var part = new BitSet();
      part.or(all);
      part.clear(0, from);
      part.clear(from + batch, Math.max(from + batch, all.length()));
      sum = Sweeps.join(sum, connects.to(PortSet.of(part)));
      askKnown();
      evidence.progress("second TCP sweep", Math.min(from + batch, all.length()), all.length());
    }
    return sum;
  }

  private void askKnown() throws ProbeException, InterruptedException {
    var result = connects.to(known);
    int answered = result.open().size() + result.refused().size();
    control = control.plus(new ControlLook(known.size(), answered, 0));
  }

  ControlLook control() {
    return control;
  }
}
