package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.coptest.spi.net.Endpoint;

/** A listening port whose accept queue is full: the kernel drops every further SYN. */
final class SilentPort implements AutoCloseable {
  private final ServerSocketChannel listening = ServerSocketChannel.open();
  private final List<SocketChannel> queued = new ArrayList<>();

  SilentPort(String address) throws IOException {
    listening.bind(new InetSocketAddress(InetAddress.getByName(address), 0), 1);
    for (int i = 0; i < 4; i++) {
      var socket = SocketChannel.open();
      socket.configureBlocking(false);
      socket.connect(listening.getLocalAddress());
      queued.add(socket);
    }
  }

  Endpoint endpoint() throws IOException {
    var local = (InetSocketAddress) listening.getLocalAddress();
    return Endpoint.tcp(local.getAddress(), local.getPort());
  }

  @Override
  public void close() throws IOException {
    for (var socket : queued) {
      socket.close();
    }
    listening.close();
  }
}
