package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.coptest.spi.ProbeException;

/** Makes one TCP connect and tells the device's answer from the network's and the bench's. */
final class Connector {
  private static final int TRIES_FOR_A_LOCAL_PORT = 10;
  private static final Duration WAIT_FOR_A_LOCAL_PORT = Duration.ofMillis(200);
  private final BenchTime time;

  Connector(BenchTime time) {
    this.time = time;
  }

  Attempt connect(InetSocketAddress to, Duration patience)
      throws ProbeException, InterruptedException {
    return connect(to, Optional.empty(), patience);
  }

  /** Connects from this address of the bench. */
  Attempt connect(InetSocketAddress to, Optional<InetAddress> source, Duration patience)
      throws ProbeException, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return once(to, source, patience);
      } catch (IOException noLocalPort) {
        if (tries == TRIES_FOR_A_LOCAL_PORT) {
          throw SocketKind.benchFault(noLocalPort);
        }
        time.sleep(WAIT_FOR_A_LOCAL_PORT);
      }
    }
  }

  /** Throws IOException only when every local port was taken. */
  private static Attempt once(InetSocketAddress to, Optional<InetAddress> source, Duration patience)
      throws IOException, ProbeException, InterruptedException {
    var socket = open(to);
    boolean keep = false;
    try {
      if (source.isPresent()) {
        socket.bind(new InetSocketAddress(source.get(), 0));
      }
      var attempt = started(socket, to, patience);
      keep = attempt instanceof Attempt.Opened;
      return attempt;
    } catch (IOException failure) {
      return failed(failure);
    } finally {
      if (!keep) {
        socket.close();
      }
    }
  }

  private static SocketChannel open(InetSocketAddress to) throws ProbeException {
    try {
      return SocketKind.open(to.getAddress());
    } catch (IOException failure) {
      throw SocketKind.benchFault(failure);
    }
  }

  private static Attempt started(SocketChannel socket, InetSocketAddress to, Duration patience)
      throws IOException, InterruptedException {
    boolean connected = socket.connect(to) || socket.finishConnect();
    if (!connected && !finished(socket, patience)) {
      return new Attempt.Silent();
    }
    return SocketKind.metItself(socket) ? new Attempt.Refused() : new Attempt.Opened(socket);
  }

  private static boolean finished(SocketChannel socket, Duration patience)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    try (var selector = Selector.open()) {
      socket.register(selector, SelectionKey.OP_CONNECT);
      for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        selector.select(left / 1_000_000 + 1);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (socket.finishConnect()) {
          return true;
        }
      }
      return false;
    }
  }

  private static Attempt failed(IOException failure) throws IOException, ProbeException {
    return switch (ConnectFailure.of(failure)) {
      case REFUSED -> new Attempt.Refused();
      case RESET -> new Attempt.OpenedAndReset();
      case SILENT -> new Attempt.Silent();
      case UNREACHABLE -> new Attempt.NoRoute(String.valueOf(failure.getMessage()));
      case NO_LOCAL_PORT -> throw failure;
      case BENCH -> throw SocketKind.benchFault(failure);
    };
  }

  /** What one attempt came to. */
  sealed interface Attempt {

    /** Connected; the socket is non-blocking and the receiver's to close. */
    record Opened(SocketChannel socket) implements Attempt {}

    /** Connected, and reset before we looked. */
    record OpenedAndReset() implements Attempt {}

    /** RST. */
    record Refused() implements Attempt {}

    /** Nothing within the patience. */
    record Silent() implements Attempt {}

    /** The network said no. */
    record NoRoute(String detail) implements Attempt {}
  }
}
