package org.coptest.probes.attacksurface;

import java.util.Comparator;
import java.util.Optional;
import org.coptest.spi.Criteria;
import org.coptest.spi.declaration.InterfaceStatus;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.net.Transport;

/** The declared logical interfaces as far as TCP ports are concerned. */
public final class DeclaredPorts {
  private DeclaredPorts() {}

  /** The interface declared for this TCP port; one that should be open now comes first. */
  public static Optional<LogIntf> at(Criteria criteria, int port) {
    return criteria.ixit().logIntf().stream()
        .filter(row -> mayBeTcp(row) && row.port().filter(p -> p == port).isPresent())
        .min(Comparator.comparing(row -> isShut(row, criteria)));
  }

  /** Stable name of what is on this port: the declared interface, or transport and port. */
  public static String subject(Criteria criteria, int port) {
    return at(criteria, port).map(LogIntf::id).orElse("tcp/" + port);
  }

  static boolean mayBeTcp(LogIntf row) {
    return row.transport().map(t -> t == Transport.TCP).orElse(true);
  }

  /** Whether it is declared as off: disabled, or not for the state the device is in. */
  static boolean isShut(LogIntf row, Criteria criteria) {
    var now = criteria.target().state();
    return row.status().filter(s -> s == InterfaceStatus.DISABLED).isPresent()
        || row.states().filter(states -> !states.contains(now)).isPresent();
  }

  /** An enabled interface that could be any open port because it names none. */
  static Optional<LogIntf> withoutPort(Criteria criteria) {
    return criteria.ixit().logIntf().stream()
        .filter(row -> row.transport().filter(t -> t == Transport.TCP).isPresent())
        .filter(row -> row.port().isEmpty() && !isShut(row, criteria))
        .findFirst();
  }

  static String path(LogIntf row) {
    return "ixit.logIntf[" + row.id() + "]";
  }
}
