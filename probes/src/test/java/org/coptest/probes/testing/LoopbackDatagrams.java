package org.coptest.probes.testing;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.Untrusted;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Datagrams;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.verdict.Cause;

/** A UDP socket of the loopback device; at most 1 MiB is received. */
final class LoopbackDatagrams implements Datagrams {
  private static final int LIMIT = 1 << 20;
  private final Endpoint endpoint;
  private final DatagramSocket socket;
  private final MemoryEvidence evidence;
  private final StringBuilder lines = new StringBuilder();
  private boolean unreachable;
  private int received;

  private LoopbackDatagrams(Endpoint endpoint, DatagramSocket socket, MemoryEvidence evidence) {
    this.endpoint = endpoint;
    this.socket = socket;
    this.evidence = evidence;
  }

  static LoopbackDatagrams open(Endpoint endpoint, MemoryEvidence evidence) throws ProbeException {
    try {
      var socket = new DatagramSocket();
      socket.connect(new InetSocketAddress(endpoint.address(), endpoint.port()));
      return new LoopbackDatagrams(endpoint, socket, evidence);
    } catch (IOException e) {
      throw new ProbeException(Cause.BENCH_FAULT, "cannot open a socket", e);
    }
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public void send(byte[] payload) throws ProbeException {
    note("> ", payload);
    try {
      socket.send(new DatagramPacket(payload, payload.length));
    } catch (PortUnreachableException e) {
      unreachable = true;
    } catch (IOException e) {
      throw new ProbeException(Cause.BENCH_FAULT, "cannot send", e);
    }
  }

  @Override
  public Datagram receive(Duration patience) throws ProbeException {
    if (unreachable) {
      unreachable = false;
      return new Datagram.Unreachable();
    }
    try {
      socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
      var packet = new DatagramPacket(new byte[65_535], 65_535);
      socket.receive(packet);
      return answer(Arrays.copyOf(packet.getData(), packet.getLength()));
    } catch (PortUnreachableException e) {
      return new Datagram.Unreachable();
    } catch (SocketTimeoutException e) {
      return new Datagram.Silent();
    } catch (IOException e) {
      throw new ProbeException(Cause.BENCH_FAULT, "cannot receive", e);
    }
  }

  private Datagram answer(byte[] bytes) throws ProbeException {
    received += bytes.length;
    if (received > LIMIT) {
      throw new ProbeException(Cause.BUDGET_EXHAUSTED, "more than 1 MiB came back");
    }
    note("< ", bytes);
    return new Datagram.Answer(bytes);
  }

  private void note(String direction, byte[] bytes) {
    lines.append(direction).append(Untrusted.quote(bytes, 4096)).append('\n');
  }

  @Override
  public void redact(String secret) {
    var hidden = lines.toString().replace(secret, "[redacted]");
    lines.setLength(0);
    lines.append(hidden);
  }

  @Override
  public EvidenceRef transcript() {
    return evidence.text("transcript " + endpoint.text(), lines.toString());
  }

  @Override
  public void close() {
    socket.close();
  }
}
