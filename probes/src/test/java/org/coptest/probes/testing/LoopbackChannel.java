package org.coptest.probes.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.Untrusted;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Received;
import org.coptest.spi.verdict.Cause;

/** A connection of the loopback device; at most 1 MiB is received. */
final class LoopbackChannel implements Channel {
  private static final int LIMIT = 1 << 20;

  private final Endpoint endpoint;
  private final Socket socket;
  private final MemoryEvidence evidence;
  private final StringBuilder lines = new StringBuilder();
  private int received;
  private boolean resetWhileSending;

  LoopbackChannel(Endpoint endpoint, Socket socket, MemoryEvidence evidence) {
    this.endpoint = endpoint;
    this.socket = socket;
    this.evidence = evidence;
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      note("> ", bytes);
    } catch (IOException e) {
      resetWhileSending = true;
    }
  }

  @Override
  public Received receive(Duration patience) throws ProbeException {
    var buffer = new byte[16_384];
    try {
      socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
      int count = socket.getInputStream().read(buffer);
      return count < 0 ? new Received.Closed() : data(Arrays.copyOf(buffer, count));
    } catch (SocketTimeoutException e) {
      return resetWhileSending ? new Received.Reset() : new Received.Silent();
    } catch (SocketException e) {
      return new Received.Reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Received data(byte[] bytes) throws ProbeException {
    received += bytes.length;
    if (received > LIMIT) {
      throw new ProbeException(Cause.BUDGET_EXHAUSTED, "more than 1 MiB came back");
    }
    note("< ", bytes);
    return new Received.Data(bytes);
  }

  private void note(String direction, byte[] bytes) {
    lines.append(direction).append(Untrusted.quote(bytes, 4096)).append('\n');
  }

  @Override
  public InputStream input() {
    try {
      socket.setSoTimeout(10_000);
      return socket.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public OutputStream output() {
    try {
      return socket.getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
