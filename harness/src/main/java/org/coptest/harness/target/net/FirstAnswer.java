package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.ProbeException;

/** Connects to several ports at once and stops at the first answer, be it SYN-ACK or RST. */
final class FirstAnswer {
  private FirstAnswer() {}

  static Optional<Answer> within(Duration patience, List<InetSocketAddress> ports)
      throws ProbeException, InterruptedException {
    try (var selector = Selector.open()) {
      try {
        var atOnce = start(selector, ports);
        return atOnce.isPresent() ? atOnce : await(selector, patience);
      } finally {
        for (var key : selector.keys()) {
          key.channel().close();
        }
      }
    } catch (IOException failure) {
      throw SocketKind.benchFault(failure);
    }
  }

  private static Optional<Answer> start(Selector selector, List<InetSocketAddress> ports)
      throws IOException {
    for (var port : ports) {
      var socket = SocketKind.open(port.getAddress());
      socket.register(selector, SelectionKey.OP_CONNECT, port);
      var answer = answer(socket, port, true);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  private static Optional<Answer> await(Selector selector, Duration patience)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (long left = 1; left > 0; left = end - System.nanoTime()) {
      selector.select(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      for (var key : selector.selectedKeys()) {
        if (key.isValid() && key.attachment() instanceof InetSocketAddress port) {
          var answer = answer((SocketChannel) key.channel(), port, false);
          if (answer.isPresent()) {
            return answer;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return Optional.empty();
  }

  private static Optional<Answer> answer(
      SocketChannel socket, InetSocketAddress port, boolean starts) throws IOException {
    try {
      if ((starts && socket.connect(port)) || socket.finishConnect()) {
        socket.shutdownOutput();
        return Optional.of(new Answer(port, true));
      }
      return Optional.empty();
    } catch (IOException failure) {
      socket.close();
      return switch (ConnectFailure.of(failure)) {
        case REFUSED -> Optional.of(new Answer(port, false));
        case RESET -> Optional.of(new Answer(port, true));
        case SILENT, UNREACHABLE -> Optional.empty();
        case NO_LOCAL_PORT, BENCH -> throw failure;
      };
    }
  }

  /**
   * Who answered first.
   *
   * @param open whether it was SYN-ACK and not RST
   */
  record Answer(InetSocketAddress port, boolean open) {}
}
