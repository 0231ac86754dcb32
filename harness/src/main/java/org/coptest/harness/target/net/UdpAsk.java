package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Arrays;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.verdict.Cause;

/** Sends one datagram on a connected socket, so that "port unreachable" is told, and waits. */
final class UdpAsk {
  private static final int LARGEST = 65_535;

  private UdpAsk() {}

  static Datagram ask(InetSocketAddress to, byte[] payload, Duration patience)
      throws ProbeException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    try (var socket = DatagramChannel.open(SocketKind.of(to.getAddress()));
        var selector = Selector.open()) {
      socket.setOption(StandardSocketOptions.SO_BROADCAST, false);
      socket.configureBlocking(false);
      socket.connect(to);
      socket.register(selector, SelectionKey.OP_READ);
      return exchange(socket, selector, payload, end);
    } catch (PortUnreachableException unreachable) {
      return new Datagram.Unreachable();
    } catch (IOException failure) {
      throw failed(to, failure);
    }
  }

  private static Datagram exchange(
      DatagramChannel socket, Selector selector, byte[] payload, long end)
      throws IOException, InterruptedException {
    socket.write(ByteBuffer.wrap(payload));
    var buffer = ByteBuffer.allocate(LARGEST);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      selector.select(left / 1_000_000 + 1);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      // An empty datagram is an answer too, and reads as 0 bytes like no datagram at all.
      if (!selector.selectedKeys().isEmpty() && socket.receive(buffer) != null) {
        return new Datagram.Answer(Arrays.copyOf(buffer.array(), buffer.position()));
      }
      selector.selectedKeys().clear();
    }
    return new Datagram.Silent();
  }

  static ProbeException failed(InetSocketAddress to, IOException failure) {
    boolean network =
        failure instanceof NoRouteToHostException
            || (!(failure instanceof BindException)
                && ConnectFailure.of(failure) == ConnectFailure.UNREACHABLE);
    return network
        ? new ProbeException(
            Cause.TARGET_UNREACHABLE, "no route to " + to + ": " + failure.getMessage(), failure)
        : SocketKind.benchFault(failure);
  }
}
