package org.coptest.probes.instrument.telnet;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Received;
import org.coptest.spi.verdict.Cause;

/** A text console on one channel: negotiates, writes lines, and reads until the device is done. */
final class Console implements Closeable {
  private static final int MOST = 64 * 1024;
  private final Channel channel;
  private final Timing timing;
  private final TelnetCodec codec = new TelnetCodec();
  private final Set<String> known;
  private String secret = "";

  /** On this channel, where these prompts have been met before. */
  Console(Channel channel, Timing timing, Set<String> known) {
    this.channel = channel;
    this.timing = timing;
    this.known = known;
  }

  /** Keeps this out of the transcript, whether sent or echoed. */
  void hide(String password) {
    secret = password;
    redact();
  }

  EvidenceRef transcript() {
    redact();
    return channel.transcript();
  }

  private void redact() {
    if (!secret.isEmpty()) {
      channel.redact(secret);
    }
  }

  /** Sends a line and reads what comes. */
  Screen say(String line, LineEnd end) throws ProbeException, InterruptedException {
    channel.send((line + end.bytes()).getBytes(StandardCharsets.UTF_8));
    return settle(line, timing.first());
  }

  /** Reads what a console shows by itself; a raw line may need an Enter first. */
  Screen greeting() throws ProbeException, InterruptedException {
    var screen = settle("", timing.first().dividedBy(4));
    if (screen.blank("") && !screen.ended()) {
      channel.send(LineEnd.CR_LF.bytes().getBytes(StandardCharsets.US_ASCII));
      return settle("", timing.first());
    }
    return screen;
  }

  private Screen settle(String sent, Duration first) throws ProbeException, InterruptedException {
    var bytes = new ByteArrayOutputStream();
    var began = System.nanoTime();
    var screen = new Screen("", false);
    for (var patience = first;
        !patience.isNegative();
        patience = next(screen, sent, first, began)) {
      switch (channel.receive(patience)) {
        case Received.Data data -> decode(data.bytes(), bytes);
        case Received.Silent silent -> {
          return screen;
        }
        case Received.Closed closed -> {
          return new Screen(screen.text(), true);
        }
        case Received.Reset reset -> {
          return new Screen(screen.text(), true);
        }
      }
      screen = new Screen(bytes.toString(StandardCharsets.ISO_8859_1), false);
      if (bytes.size() > MOST) {
        throw new ProbeException(Cause.BUDGET_EXHAUSTED, "the console floods: over 64 KiB came");
      }
    }
    throw new ProbeException(
        Cause.BUDGET_EXHAUSTED, "the console trickles and never comes to rest");
  }

  private void decode(byte[] received, ByteArrayOutputStream text)
      throws ProbeException, InterruptedException {
    var decoded = codec.decode(received);
    text.writeBytes(decoded.text());
    if (decoded.reply().length > 0) {
      channel.send(decoded.reply());
    }
  }

  /** How long to wait for more; negative when the whole answer has taken too long. */
  private Duration next(Screen screen, String sent, Duration first, long began) {
    var spent = Duration.ofNanos(System.nanoTime() - began);
    var left = first.multipliedBy(2).minus(spent);
    if (left.isNegative()) {
      return left;
    }
    return switch (screen.prompt()) {
      case USER, PASSWORD -> known.contains(screen.line()) ? timing.known() : timing.prompt();
      default -> screen.blank(sent) ? left : timing.quiet();
    };
  }

  @Override
  public void close() {
    channel.close();
  }
}
