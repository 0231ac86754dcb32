package org.coptest.harness.target.net.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;

/**
 * Follows a TLS handshake until the server has shown its certificate (RFC 5246 §7.4.2, RFC 8446
 * §4.4.2) and parts; nothing is sent over the connection.
 */
final class TlsKeyReader {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int MOST_STEPS = 256;
  private final Channel channel;
  private final ChannelBytes bytes;
  private final LeafKey key = new LeafKey();
  private final SSLEngine engine;
  private ByteBuffer come = ByteBuffer.allocate(0);

  private TlsKeyReader(Channel channel) {
    this.channel = channel;
    this.bytes = new ChannelBytes(channel);
    this.engine = engine(key);
  }

  /** The digest of the key of the certificate that this port shows. */
  static Fingerprint read(Channel channel) throws ProbeException, InterruptedException {
    var reader = new TlsKeyReader(channel);
    try {
      return reader.handshake();
    } catch (SSLException | RuntimeException broken) {
      // The library meets bytes of a stranger, and not all it throws is declared.
      throw ChannelBytes.unreadable("no TLS handshake: " + broken.getMessage());
    }
  }

  private Fingerprint handshake() throws SSLException, ProbeException, InterruptedException {
    engine.beginHandshake();
    for (int i = 0; i < MOST_STEPS; i++) {
      step();
      if (key.print().isPresent()) {
        part();
        return key.print().get();
      }
    }
    throw ChannelBytes.unreadable("a handshake without end");
  }

  private void step() throws SSLException, ProbeException, InterruptedException {
    switch (engine.getHandshakeStatus()) {
      case NEED_WRAP -> send();
      case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> take();
      case NEED_TASK -> {
        for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
          task.run();
        }
      }
      case FINISHED, NOT_HANDSHAKING -> throw ChannelBytes.unreadable("it shows no certificate");
    }
  }

  private void send() throws SSLException, ProbeException, InterruptedException {
    var out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(NOTHING, out);
    channel.send(Arrays.copyOf(out.array(), out.position()));
  }

  private void take() throws SSLException, ProbeException, InterruptedException {
    var plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    var result = engine.unwrap(come, plain);
    if (result.getStatus() == Status.BUFFER_UNDERFLOW) {
      var more = bytes.next();
      come = ByteBuffer.allocate(come.remaining() + more.length).put(come).put(more).flip();
    } else if (result.getStatus() != Status.OK) {
      throw ChannelBytes.unreadable("it closed the handshake");
    }
  }

  // An alert is how one leaves; whether it arrives is of no account.
  private void part() throws InterruptedException {
    try {
      engine.closeOutbound();
      send();
    } catch (SSLException | ProbeException gone) {
      channel.close();
    }
  }

  private static SSLEngine engine(LeafKey key) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {key}, null);
      var engine = context.createSSLEngine();
      engine.setUseClientMode(true);
      return engine;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
