package org.coptest.spi;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.net.Transport;

/** An observation from which a first declaration of interfaces can be drafted. */
public interface ShowsInterfaces extends Observation {

  /** The interfaces that were found open. */
  List<Found> interfaces();

  /**
   * An interface that was found.
   *
   * @param protocol as identified by speaking, empty when unknown
   * @param login whether a password login was seen on it
   * @param tls whether it speaks TLS
   */
  record Found(
      Transport transport, int port, Optional<String> protocol, boolean login, boolean tls) {}
}
