package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import org.coptest.spi.ProbeException;
import org.jspecify.annotations.Nullable;

/** Connects to several ports at once and stops at the first answer, be it SYN-ACK or RST. */
final class FirstAnswer {
  private FirstAnswer() {}

  static boolean within(Duration patience, List<InetSocketAddress> ports)
      throws ProbeException, InterruptedException {
    try (var selector = Selector.open()) {
      try {
        return start(selector, ports) || await(selector, patience);
      } finally {
        for (var key : selector.keys()) {
          key.channel().close();
        }
      }
    } catch (IOException failure) {
      throw SocketKind.benchFault(failure);
    }
  }

  private static boolean start(Selector selector, List<InetSocketAddress> ports)
      throws IOException {
    for (var port : ports) {
      var socket = SocketKind.open(port.getAddress());
      socket.register(selector, SelectionKey.OP_CONNECT, port);
      if (answered(socket, port)) {
        return true;
      }
    }
    return false;
  }

  private static boolean await(Selector selector, Duration patience)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (long left = 1; left > 0; left = end - System.nanoTime()) {
      selector.select(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      for (var key : selector.selectedKeys()) {
        if (key.isValid() && answered((SocketChannel) key.channel(), null)) {
          return true;
        }
      }
      selector.selectedKeys().clear();
    }
    return false;
  }

  private static boolean answered(SocketChannel socket, @Nullable InetSocketAddress start)
      throws IOException {
    try {
      boolean open = (start != null && socket.connect(start)) || socket.finishConnect();
      if (open) {
        socket.shutdownOutput();
      }
      return open;
    } catch (IOException failure) {
      socket.close();
      return switch (ConnectFailure.of(failure)) {
        case REFUSED, RESET -> true;
        case SILENT, UNREACHABLE -> false;
        case NO_LOCAL_PORT, BENCH -> throw failure;
      };
    }
  }
}
