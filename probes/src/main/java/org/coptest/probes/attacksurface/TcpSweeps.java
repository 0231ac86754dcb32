package org.coptest.probes.attacksurface;

import java.util.List;
import java.util.function.Function;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;
import org.coptest.spi.net.PortSet;

/** Two sweeps over all TCP ports of each address, with what was done as controls. */
@ObservationType("attacksurface.tcp-sweeps")
public record TcpSweeps(List<AddressSweep> addresses) implements Observation {

  private PortSet union(Function<AddressSweep, PortSet> part) {
    return addresses.stream().map(part).reduce(PortSet.none(), PortSet::or);
  }

  /** Ports that accepted in two looks at the same address. */
  public PortSet openTwice() {
    return union(AddressSweep::openTwice);
  }

  /** Ports that accepted in one look only. */
  public PortSet openOnce() {
    return union(AddressSweep::opened).minus(openTwice());
  }

  /** Ports that accept and, each time they were held, reset at once. */
  public PortSet resetAtOnce() {
    var steady = union(sweep -> sweep.openTwice().minus(sweep.resetAtOnce()));
    return openTwice().minus(steady);
  }

  /** Whether something seems to accept in place of the device. */
  public boolean acceptsEverything() {
    return addresses.stream().anyMatch(AddressSweep::acceptsEverything);
  }

  /** Two looks in which this port accepted; fewer when it was not seen twice. */
  public List<EvidenceRef> sightings(int port) {
    return addresses.stream()
        .filter(sweep -> sweep.openTwice().contains(port))
        .flatMap(sweep -> sweep.sightings(port).stream())
        .distinct()
        .limit(2)
        .toList();
  }

  /** Evidence of all looks. */
  public EvidenceRef[] evidence() {
    return addresses.stream()
        .flatMap(sweep -> sweep.evidence().stream())
        .toArray(EvidenceRef[]::new);
  }
}
