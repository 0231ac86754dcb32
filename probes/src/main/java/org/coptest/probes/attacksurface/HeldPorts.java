package org.coptest.probes.attacksurface;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Received;
import org.coptest.spi.net.Sweep;

/** Connects to ports one by one and holds the connection for a moment. */
final class HeldPorts {
  private static final byte[] NUDGE = "\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Dut dut;
  private final InetAddress address;
  private final Duration hold;
  private final BitSet reset = new BitSet();

  HeldPorts(Dut dut, InetAddress address, Duration hold) {
    this.dut = dut;
    this.address = address;
    this.hold = hold;
  }

  Sweep look(PortSet ports) throws ProbeException, InterruptedException {
    var open = new BitSet();
    var refused = new BitSet();
    var silent = new BitSet();
    var unreachable = new BitSet();
    for (int port : ports.ports().toArray()) {
      switch (dut.connect(Endpoint.tcp(address, port))) {
        case ConnectResult.Open it -> {
          open.set(port);
          reset.set(port, resets(it.channel()));
        }
        case ConnectResult.Refused it -> refused.set(port);
        case ConnectResult.Silent it -> silent.set(port);
        case ConnectResult.NoRoute it -> unreachable.set(port);
      }
    }
    return new Sweep(
        PortSet.of(open), PortSet.of(refused), PortSet.of(silent), PortSet.of(unreachable));
  }

  private boolean resets(Channel connection) throws ProbeException, InterruptedException {
    try (connection) {
      return connection.receive(hold) instanceof Received.Reset;
    }
  }

  /** Those of these ports that send anything, asked or not. */
  PortSet reacting(PortSet ports) throws ProbeException, InterruptedException {
    var reacting = new BitSet();
    for (int port : ports.ports().toArray()) {
      if (dut.connect(Endpoint.tcp(address, port)) instanceof ConnectResult.Open it) {
        reacting.set(port, reacts(it.channel()));
      }
    }
    return PortSet.of(reacting);
  }

  private boolean reacts(Channel connection) throws ProbeException, InterruptedException {
    try (connection) {
      if (connection.receive(hold.dividedBy(2)) instanceof Received.Data) {
        return true;
      }
      connection.send(NUDGE);
      return connection.receive(hold.dividedBy(2)) instanceof Received.Data;
    }
  }

  PortSet resetAtOnce() {
    return PortSet.of(reset);
  }
}
