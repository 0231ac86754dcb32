package org.coptest.emulators.device;

import java.io.IOException;
import java.net.Socket;

/** What a device says on one TCP connection; the connection ends when it returns. */
@FunctionalInterface
public interface Conversation {

  /** Talks to this peer. */
  void hold(Socket peer) throws IOException, InterruptedException;
}
