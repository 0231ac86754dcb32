package org.coptest.emulators.device;

import java.io.IOException;
import java.net.Socket;

/** Ends a connection so that the peer still gets the last bytes. */
final class Farewell {

  private static final int WAIT_MILLIS = 300;
  private static final int MAX_READS = 16;
  private static final int CHUNK = 4_096;

  private Farewell() {}

  /** Sends FIN and takes what the peer still has to say: closing over unread bytes sends RST. */
  static void say(Socket peer) throws IOException {
    if (peer.isClosed() || peer.isOutputShutdown()) {
      return;
    }
    peer.shutdownOutput();
    peer.setSoTimeout(WAIT_MILLIS);
    var sink = new byte[CHUNK];
    for (var reads = 0; reads < MAX_READS; reads++) {
      if (peer.getInputStream().read(sink) < 0) {
        return;
      }
    }
  }
}
