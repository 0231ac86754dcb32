package org.coptest.probes.attacksurface;

import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Sweep;

/** Sums of sweeps over different ports. */
final class Sweeps {
  private Sweeps() {}

  static Sweep none() {
    return new Sweep(PortSet.none(), PortSet.none(), PortSet.none(), PortSet.none());
  }

  static Sweep join(Sweep one, Sweep other) {
    return new Sweep(
        one.open().or(other.open()),
        one.refused().or(other.refused()),
        one.silent().or(other.silent()),
        one.unreachable().or(other.unreachable()));
  }
}
