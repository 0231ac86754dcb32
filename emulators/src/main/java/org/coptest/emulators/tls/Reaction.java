package org.coptest.emulators.tls;

import java.io.IOException;
import java.net.Socket;

/** What a TLS stack does about a hello. */
@FunctionalInterface
interface Reaction {

  /** Does it to this peer. */
  void with(Socket peer) throws IOException, InterruptedException;
}
