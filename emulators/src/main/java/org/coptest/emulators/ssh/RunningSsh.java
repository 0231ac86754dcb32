package org.coptest.emulators.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.sshd.server.SshServer;
import org.coptest.emulators.device.Port;

/** The port of a started SSH server. */
record RunningSsh(SshServer server) implements Port {

  @Override
  public int number() {
    return server.getPort();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an SSH server could not be stopped", e);
    }
  }
}
