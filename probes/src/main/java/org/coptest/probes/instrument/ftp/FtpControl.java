package org.coptest.probes.instrument.ftp;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.coptest.probes.instrument.tls.TlsTunnel;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Received;
import org.coptest.spi.verdict.Cause;

/** One FTP control connection: commands out, bounded replies in (RFC 959). */
final class FtpControl implements Closeable {
  private static final int MOST = 64 * 1024;
  private final Channel below;
  private final Duration patience;
  private Channel channel;
  private String pending = "";
  private String secret = "";

  /**
   * Over this connection.
   *
   * @param patience until a reply must be whole
   */
  FtpControl(Channel below, Duration patience) {
    this.below = below;
    this.channel = below;
    this.patience = patience;
  }

  /** Keeps this out of the transcript, whether sent or echoed. */
  void hide(String password) {
    secret = password;
    redact();
  }

  Optional<EvidenceRef> transcript() {
    redact();
    return Optional.of(below.transcript());
  }

  private void redact() {
    if (!secret.isEmpty()) {
      below.redact(secret);
    }
  }

  /** Goes on inside TLS; what was sent in clear before is not part of it. */
  void encrypt() throws ProbeException, InterruptedException {
    channel = TlsTunnel.over(below, Optional.empty(), patience);
    pending = "";
  }

  /** Sends a command and waits for the reply that decides. */
  FtpReply say(String command) throws ProbeException, InterruptedException {
    channel.send((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    return reply();
  }

  /** The next reply that is not only "please wait". */
  FtpReply reply() throws ProbeException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    var reply = next(end);
    while (reply.code() >= 100 && reply.code() < 200) {
      reply = next(end);
    }
    return reply;
  }

  private FtpReply next(long end) throws ProbeException, InterruptedException {
    var parsed = FtpReply.first(pending);
    while (parsed.isEmpty()) {
      var left = end - System.nanoTime();
      if (left <= 0) {
        return FtpReply.none(FtpReply.Kind.SILENT);
      }
      switch (channel.receive(Duration.ofNanos(left))) {
        case Received.Data data -> parsed = more(data.bytes());
        case Received.Silent silent -> {
          return FtpReply.none(FtpReply.Kind.SILENT);
        }
        case Received.Closed closed -> {
          return FtpReply.none(FtpReply.Kind.ENDED);
        }
        case Received.Reset reset -> {
          return FtpReply.none(FtpReply.Kind.ENDED);
        }
      }
    }
    pending = parsed.get().rest();
    return parsed.get().reply();
  }

  private Optional<FtpReply.Parsed> more(byte[] bytes) throws ProbeException {
    pending += new String(bytes, StandardCharsets.ISO_8859_1);
    if (pending.length() > MOST) {
      throw new ProbeException(
          Cause.BUDGET_EXHAUSTED, "the server floods: over 64 KiB came as one FTP reply");
    }
    return pending.indexOf('\n', pending.length() - bytes.length) < 0
        ? Optional.empty()
        : FtpReply.first(pending);
  }

  @Override
  public void close() {
    below.close();
  }
}
