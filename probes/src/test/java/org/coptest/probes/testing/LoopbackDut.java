package org.coptest.probes.testing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Datagrams;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Relay;
import org.coptest.spi.net.Sweep;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;

/**
 * A device made of real sockets on loopback, without pace. Only the ports in its scope belong to
 * it; what else listens on this machine is refused unasked.
 */
public final class LoopbackDut implements Dut {
  private final List<InetAddress> addresses;
  private final PortSet scope;
  private final MemoryEvidence evidence = new MemoryEvidence();
  private final AtomicInteger connects = new AtomicInteger();
  private final AtomicInteger hellos = new AtomicInteger();
  private final AtomicInteger logins = new AtomicInteger();
  private final AtomicInteger guesses = new AtomicInteger();
  private Optional<InetAddress> from = Optional.empty();
  private int loginBudget = Integer.MAX_VALUE;
  private int guessBudget = MOST_GUESSES;

  private LoopbackDut(List<InetAddress> addresses, PortSet scope) {
    this.addresses = addresses;
    this.scope = scope;
  }

  /** 127.0.0.1 with these ports and no others. */
  public static LoopbackDut with(Integer... ports) {
    return new LoopbackDut(
        List.of(InetAddress.getLoopbackAddress()), PortSet.of(Arrays.asList(ports)));
  }

  /** These addresses of the loopback interface with these ports and no others. */
  public static LoopbackDut at(List<InetAddress> addresses, PortSet scope) {
    return new LoopbackDut(List.copyOf(addresses), scope);
  }

  /** Allows this many logins. */
  public LoopbackDut loginBudget(int budget) {
    loginBudget = budget;
    return this;
  }

  /** Allows this many logins to measure how guessing is met. */
  public LoopbackDut guesses(int budget) {
    guessBudget = budget;
    return this;
  }

  /** Where transcripts go; pass it to the probe as well. */
  public MemoryEvidence evidence() {
    return evidence;
  }

  /** Connections that were tried. */
  public int connects() {
    return connects.get();
  }

  /** Hellos that were paced. */
  public int hellos() {
    return hellos.get();
  }

  /** Logins that were taken from the budget. */
  public int logins() {
    return logins.get();
  }

  @Override
  public String id() {
    return "loopback";
  }

  @Override
  public List<InetAddress> addresses() {
    return addresses;
  }

  @Override
  public ConnectResult connect(Endpoint endpoint) throws ProbeException {
    if (!addresses.contains(endpoint.address()) || endpoint.transport() != Transport.TCP) {
      throw new ProbeException(Cause.HARNESS_ERROR, endpoint.text() + " is outside the target");
    }
    connects.incrementAndGet();
    if (!scope.contains(endpoint.port())) {
      return new ConnectResult.Refused();
    }
    return dial(endpoint);
  }

  private ConnectResult dial(Endpoint endpoint) throws ProbeException {
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      if (from.isPresent()) {
        socket.bind(new InetSocketAddress(from.get(), 0));
      }
      socket.connect(new InetSocketAddress(endpoint.address(), endpoint.port()), 2_000);
      if (socket.getLocalPort() == endpoint.port()) {
        // Loopback only: the kernel may connect an ephemeral port to itself.
        socket.close();
        return new ConnectResult.Refused();
      }
      return new ConnectResult.Open(new LoopbackChannel(endpoint, socket, evidence));
    } catch (ConnectException e) {
      return new ConnectResult.Refused();
    } catch (SocketTimeoutException e) {
      return new ConnectResult.Silent();
    } catch (IOException e) {
      throw new ProbeException(Cause.BENCH_FAULT, "cannot connect", e);
    }
  }

  @Override
  public Sweep sweep(InetAddress address, PortSet ports, SweepProgress progress)
      throws ProbeException {
    var open = new BitSet();
    var silent = new BitSet();
    for (int port : ports.and(scope).ports().toArray()) {
      switch (connect(Endpoint.tcp(address, port))) {
        case ConnectResult.Open it -> {
          it.channel().close();
          open.set(port);
        }
        case ConnectResult.Silent it -> silent.set(port);
        case ConnectResult.Refused it -> open.clear(port);
        case ConnectResult.NoRoute it -> open.clear(port);
      }
    }
    progress.at(ports.size(), ports.size());
    var refused = ports.minus(PortSet.of(open)).minus(PortSet.of(silent));
    return new Sweep(PortSet.of(open), refused, PortSet.of(silent), PortSet.none());
  }

  @Override
  public Datagram ask(Endpoint endpoint, byte[] payload, Duration patience) throws ProbeException {
    try (var socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(endpoint.address(), endpoint.port()));
      socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
      socket.send(new DatagramPacket(payload, payload.length));
      var packet = new DatagramPacket(new byte[65_535], 65_535);
      socket.receive(packet);
      return new Datagram.Answer(Arrays.copyOf(packet.getData(), packet.getLength()));
    } catch (PortUnreachableException e) {
      return new Datagram.Unreachable();
    } catch (SocketTimeoutException e) {
      return new Datagram.Silent();
    } catch (IOException e) {
      throw new ProbeException(Cause.BENCH_FAULT, "cannot send", e);
    }
  }

  @Override
  public Datagrams datagrams(Endpoint endpoint) throws ProbeException {
    return LoopbackDatagrams.open(endpoint, evidence);
  }

  @Override
  public Relay relay(Endpoint endpoint) throws ProbeException {
    try {
      var device = new Socket(endpoint.address(), endpoint.port());
      return new LoopbackRelay(device, evidence);
    } catch (IOException e) {
      throw new ProbeException(Cause.AMBIGUOUS_RESPONSE, "cannot relay", e);
    }
  }

  @Override
  public boolean awaitLogin(String surface, String account) {
    return logins.incrementAndGet() <= loginBudget;
  }

  @Override
  public boolean awaitGuess(String surface, String account) {
    return guesses.incrementAndGet() <= guessBudget;
  }

  @Override
  public Optional<Dut> fromElsewhere() {
    var other = new LoopbackDut(addresses, scope);
    other.from = Optional.of(literal("127.0.0.2"));
    return Optional.of(other);
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address, e);
    }
  }

  @Override
  public void awaitHello() {
    hellos.incrementAndGet();
  }

  @Override
  public void awaitHttp() {
    // No pace on loopback.
  }
}
