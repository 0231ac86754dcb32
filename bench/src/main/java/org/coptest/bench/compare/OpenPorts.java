package org.coptest.bench.compare;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.coptest.spi.net.PortSet;

/** Listeners on random ports of one loopback address; they accept and close. */
final class OpenPorts implements AutoCloseable {
  private static final int BACKLOG = 64;
  private final List<ServerSocket> listeners = new ArrayList<>();

  OpenPorts(InetAddress address, int count, RandomGenerator random) throws IOException {
    while (listeners.size() < count) {
      var listener = new ServerSocket();
      try {
        listener.bind(new InetSocketAddress(address, 1 + random.nextInt(65_535)), BACKLOG);
        listeners.add(listener);
        Thread.ofVirtual().start(() -> serve(listener));
      } catch (BindException taken) {
        listener.close();
      }
    }
  }

  private static void serve(ServerSocket listener) {
    while (!listener.isClosed()) {
      try {
        listener.accept().close();
      } catch (IOException gone) {
        continue;
      }
    }
  }

  PortSet ports() {
    return PortSet.of(listeners.stream().map(ServerSocket::getLocalPort).toList());
  }

  @Override
  public void close() throws IOException {
    for (var listener : listeners) {
      listener.close();
    }
  }
}
