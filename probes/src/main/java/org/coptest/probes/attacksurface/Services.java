package org.coptest.probes.attacksurface;

import java.util.Arrays;
import java.util.List;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.spi.ObservationType;
import org.coptest.spi.ShowsInterfaces;

/**
 * What answers on each TCP port that was found open.
 *
 * @param found one entry per address and port; none where the sweep is void
 */
@ObservationType("attacksurface.services")
public record Services(List<Service> found) implements ShowsInterfaces {

  @Override
  public List<Found> interfaces() {
    return found.stream().map(Service::asInterface).distinct().toList();
  }

  /** The services that speak one of these protocols, in clear or inside TLS. */
  public List<Service> speaking(Protocol... protocols) {
    return found.stream().filter(it -> Arrays.asList(protocols).contains(it.protocol())).toList();
  }

  /** The services that answer TLS hellos. */
  public List<Service> withTls() {
    return found.stream().filter(it -> it.identity().tls()).toList();
  }
}
