package org.coptest.emulators.device;

import java.io.IOException;

/** Something a device offers on a port of its own. */
@FunctionalInterface
public interface Service {

  /** Opens its port on this site. */
  Port open(Site site) throws IOException;

  /** A TCP service that holds this conversation with everyone. */
  static Service tcp(Conversation conversation) {
    return site -> Listener.open(site, 0, conversation);
  }
}
