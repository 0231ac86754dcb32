package org.coptest.probes.instrument.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.tls.TlsClientProtocol;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Received;
import org.coptest.spi.verdict.Cause;

/**
 * A connection inside TLS over a channel of the Dut, for devices whose TLS the JDK refuses. Its
 * transcript is that of the channel below, in cipher text.
 */
public final class TlsTunnel implements Channel {
  private static final int MAX_ROUNDS = 256;
  private static final Duration STREAM_PATIENCE = Duration.ofSeconds(10);

  private final Channel below;
  private final TolerantTlsClient client;
  private final TlsClientProtocol protocol = new TlsClientProtocol();

  private TlsTunnel(Channel below, Optional<String> serverName) {
    this.below = below;
    this.client = new TolerantTlsClient(serverName);
  }

  /**
   * Completes a handshake with whatever the device offers from TLS 1.0 on, taking any certificate.
   *
   * @param patience for each answer of the handshake
   * @throws ClientCertificateWantedException when it ends for want of one
   * @throws ProbeException AMBIGUOUS_RESPONSE when it does not complete
   */
  public static TlsTunnel over(Channel below, Optional<String> serverName, Duration patience)
      throws ProbeException, InterruptedException {
    var tunnel = new TlsTunnel(below, serverName);
    try {
      tunnel.protocol.connect(tunnel.client);
      tunnel.handshake(patience);
      return tunnel;
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      if (tunnel.client.certificateWanted()) {
        throw new ClientCertificateWantedException(e);
      }
      throw new ProbeException(
          Cause.AMBIGUOUS_RESPONSE, "TLS handshake failed: " + e.getClass().getSimpleName(), e);
    }
  }

  /** Whether the device has said, if only after the handshake, that it wants a certificate. */
  public boolean certificateWanted() {
    return client.certificateWanted();
  }

  private void handshake(Duration patience)
      throws IOException, ProbeException, InterruptedException {
    flush();
    for (int round = 0; protocol.isHandshaking(); round++) {
      if (round > MAX_ROUNDS || !(below.receive(patience) instanceof Received.Data data)) {
        throw new IOException("the handshake did not complete");
      }
      protocol.offerInput(data.bytes());
      flush();
    }
  }

  private void flush() throws IOException, ProbeException, InterruptedException {
    var out = new byte[protocol.getAvailableOutputBytes()];
    int count = protocol.readOutput(out, 0, out.length);
    if (count > 0) {
      below.send(out);
    }
  }

  @Override
  public Endpoint endpoint() {
    return below.endpoint();
  }

  @Override
  public void send(byte[] bytes) throws ProbeException, InterruptedException {
    try {
      protocol.writeApplicationData(bytes, 0, bytes.length);
      flush();
    } catch (IOException e) {
      // As with a plain connection, the next receive shows that it ended.
      return;
    }
  }

  @Override
  public Received receive(Duration patience) throws ProbeException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (protocol.getAvailableInputBytes() == 0) {
        if (protocol.isClosed()) {
          return new Received.Closed();
        }
        var left = Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
        var received = below.receive(left);
        if (!(received instanceof Received.Data data)) {
          return received;
        }
        protocol.offerInput(data.bytes());
        flush();
        if (protocol.getAvailableInputBytes() == 0 && System.nanoTime() > end) {
          return new Received.Silent();
        }
      }
      var bytes = new byte[Math.min(16_384, protocol.getAvailableInputBytes())];
      protocol.readInput(bytes, 0, bytes.length);
      return new Received.Data(bytes);
    } catch (IOException e) {
      return new Received.Closed();
    }
  }

  @Override
  public InputStream input() {
    return new ChannelStreams.Input(this, STREAM_PATIENCE);
  }

  @Override
  public OutputStream output() {
    return new ChannelStreams.Output(this);
  }

  @Override
  public void redact(String secret) {
    below.redact(secret);
  }

  @Override
  public EvidenceRef transcript() {
    return below.transcript();
  }

  @Override
  public void close() {
    below.close();
  }
}
