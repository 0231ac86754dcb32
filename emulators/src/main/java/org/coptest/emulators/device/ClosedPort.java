package org.coptest.emulators.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that is held but not listened on, so every connect is answered with RST. */
public final class ClosedPort implements Port {

  private final Socket holder;

  private ClosedPort(Socket holder) {
    this.holder = holder;
  }

  /** Holds an ephemeral port of this site. */
  public static ClosedPort open(Site site) throws IOException {
    var holder = new Socket();
    holder.setReuseAddress(true);
    holder.bind(new InetSocketAddress(site.address(), 0));
    return new ClosedPort(holder);
  }

  @Override
  public int number() {
    return holder.getLocalPort();
  }

  @Override
  public void close() {
    try {
      holder.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a bound socket could not be closed", e);
    }
  }
}
