package org.coptest.emulators.tls;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.coptest.emulators.plain.Plain;

/** Reactions that need no library. */
final class Reactions {

  static final int PROTOCOL_VERSION = 70;
  static final int HANDSHAKE_FAILURE = 40;
  private static final int STALL_MILLIS = 10_000;

  private Reactions() {}

  /** A fatal alert in a record of this version. */
  static Reaction alert(int recordVersion, int description) {
    return peer -> peer.getOutputStream().write(TlsMessages.alert(recordVersion, description));
  }

  /** Hears the hello and says nothing. */
  static Reaction mute() {
    return Plain.mute()::hold;
  }

  /**
   * Picks this version and suite as an old server would. It cannot finish the handshake: whatever
   * the client says next is answered with an alert.
   */
  static Reaction choice(int version, int suite, CompletableFuture<byte[]> certificate) {
    return peer -> {
      var flight = TlsMessages.serverFlight(version, suite, certificate.join());
      peer.getOutputStream().write(flight);
      awaitAnything(peer);
      alert(version, HANDSHAKE_FAILURE).with(peer);
    };
  }

  private static void awaitAnything(Socket peer) throws IOException {
    peer.setSoTimeout(STALL_MILLIS);
    if (peer.getInputStream().read() < 0) {
      peer.shutdownInput();
    }
  }
}
