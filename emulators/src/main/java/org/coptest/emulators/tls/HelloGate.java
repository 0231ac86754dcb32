package org.coptest.emulators.tls;

import java.io.IOException;
import java.net.Socket;
import org.coptest.emulators.device.Conversation;

/** Reads a hello itself and then does what its stack decides. */
record HelloGate(TlsStack stack) implements Conversation {

  @Override
  public void hold(Socket peer) throws IOException, InterruptedException {
    var hello = new HelloReader(peer.getInputStream()).next();
    if (hello.isPresent()) {
      stack.reactTo(hello.get()).with(peer);
    }
  }
}
