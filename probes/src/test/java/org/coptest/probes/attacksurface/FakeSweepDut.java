package org.coptest.probes.attacksurface;

import java.net.InetAddress;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.coptest.probes.testing.LoopbackDut;
import org.coptest.probes.testing.MemoryEvidence;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Datagrams;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Received;
import org.coptest.spi.net.Relay;
import org.coptest.spi.net.Sweep;

/** A device of which only the outcome of connects is made up. */
final class FakeSweepDut implements Dut {
  /** Decides: 'o' open, 'r' refused, 's' silent, by turn of the whole-range sweep and port. */
  @FunctionalInterface
  interface Script {
    char answer(int sweepsBefore, int port);
  }

  private final Script script;
  private final MemoryEvidence evidence = new MemoryEvidence();
  private int asked;
  private Received firstWords = new Received.Silent();

  FakeSweepDut(Script script) {
    this.script = script;
  }

  FakeSweepDut saying(Received words) {
    firstWords = words;
    return this;
  }

  MemoryEvidence evidence() {
    return evidence;
  }

  private char answer(int port) {
    return script.answer(asked / 65_535, port);
  }

  @Override
  public String id() {
    return "fake";
  }

  @Override
  public List<InetAddress> addresses() {
    return LoopbackDut.with().addresses();
  }

  @Override
  public ConnectResult connect(Endpoint endpoint) {
    return switch (answer(endpoint.port())) {
      case 'o' -> new ConnectResult.Open(new FakeChannel(endpoint, firstWords));
      case 'r' -> new ConnectResult.Refused();
      default -> new ConnectResult.Silent();
    };
  }

  @Override
  public Sweep sweep(InetAddress address, PortSet ports, SweepProgress progress) {
    var open = new BitSet();
    var refused = new BitSet();
    var silent = new BitSet();
    ports
        .ports()
        .forEach(port -> {
          char answer = answer(port);
          (answer == 'o' ? open : answer == 'r' ? refused : silent).set(port);
        });
    asked += ports.size() > 1_000 ? ports.size() : 0;
    return new Sweep(PortSet.of(open), PortSet.of(refused), PortSet.of(silent), PortSet.none());
  }

  @Override
  public Datagram ask(Endpoint endpoint, byte[] payload, Duration patience) {
    return new Datagram.Silent();
  }

  @Override
  public Datagrams datagrams(Endpoint endpoint) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Relay relay(Endpoint endpoint) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean awaitLogin(String surface, String account) {
    return false;
  }

  @Override
  public void awaitHello() {
    // No pace.
  }

  @Override
  public void awaitHttp() {
    // No pace.
  }

  private record FakeChannel(Endpoint endpoint, Received words) implements Channel {
    @Override
    public void send(byte[] bytes) {
      // Nobody listens.
    }

    @Override
    public Received receive(Duration patience) {
      return words;
    }

    @Override
    public java.io.InputStream input() {
      throw new UnsupportedOperationException();
    }

    @Override
    public java.io.OutputStream output() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void redact(String secret) {
      // Nothing is written down.
    }

    @Override
    public EvidenceRef transcript() {
      return new EvidenceRef("T-" + endpoint.port());
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
