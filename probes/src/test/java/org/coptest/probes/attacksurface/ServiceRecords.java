package org.coptest.probes.attacksurface;

import java.util.List;
import org.coptest.probes.instrument.service.HttpFront;
import org.coptest.probes.instrument.service.Identity;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.spi.EvidenceRef;

/** Services written by hand. */
public final class ServiceRecords {
  private ServiceRecords() {}

  /** A service on 127.0.0.1. */
  public static Service service(int port, Protocol protocol, boolean tls) {
    var identity =
        new Identity(
            protocol,
            tls,
            false,
            false,
            "",
            HttpFront.none(),
            "",
            List.of(new EvidenceRef("T-" + port)));
    return new Service("127.0.0.1", port, identity);
  }

  /** The observation of these services. */
  public static Services services(Service... services) {
    return new Services(List.of(services));
  }
}
