package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Relay;
import org.jspecify.annotations.Nullable;

/** Connects to what was admitted, at the pace of the device, from the address that is asked for. */
final class TcpDoor {
  private final Duration longest;
  private final Paces paces;
  private final SignsOfLife signs;
  private final Connector connector;
  private final Function<Endpoint, ChannelTerms> terms;

  TcpDoor(
      DutSettings settings,
      Paces paces,
      SignsOfLife signs,
      Function<Endpoint, ChannelTerms> terms) {
    this.longest = settings.limits().connect();
    this.paces = paces;
    this.signs = signs;
    this.connector = new Connector(settings.time());
    this.terms = terms;
  }

  /** Connects once; from wherever the kernel chooses when no source is given. */
  ConnectResult connect(InetSocketAddress to, Optional<InetAddress> source, ProbeSession session)
      throws ProbeException, InterruptedException {
    var deadline = session.deadline();
    paces.awaitConnect(deadline);
    deadline.check();
    var left = deadline.remaining();
    var patience = longest.compareTo(left) < 0 ? longest : left;
    return switch (connector.connect(to, source, patience)) {
      case Connector.Attempt.Opened opened -> open(to, opened.socket(), session);
      case Connector.Attempt.OpenedAndReset reset -> open(to, null, session);
      case Connector.Attempt.Refused refused -> {
        signs.seenRefusing(to);
        yield new ConnectResult.Refused();
      }
      case Connector.Attempt.Silent silent -> {
        deadline.check();
        yield new ConnectResult.Silent();
      }
      case Connector.Attempt.NoRoute noRoute -> new ConnectResult.NoRoute(noRoute.detail());
    };
  }

  /** A loopback door to this connection. */
  static Relay relay(LiveChannel channel, ProbeSession session) throws ProbeException {
    try {
      return new LiveRelay(channel, session);
    } catch (IOException failure) {
      channel.close();
      throw SocketKind.benchFault(failure);
    }
  }

  private ConnectResult open(
      InetSocketAddress to, @Nullable SocketChannel socket, ProbeSession session) {
    signs.seenOpen(to);
    var pinned = Endpoint.tcp(to.getAddress(), to.getPort());
    return new ConnectResult.Open(new LiveChannel(pinned, socket, session, terms.apply(pinned)));
  }
}
