package org.coptest.probes.instrument.rtsp;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Received;

/** One connection to an RTSP server: requests out, bounded responses in. */
final class RtspTalk implements Closeable {
  private static final String END = "\r\n";
  private final Channel below;
  private final Channel channel;
  private final Duration patience;
  private final Optional<Candidate> credential;
  private String pending = "";
  private int sequence;

  /**
   * Over this connection.
   *
   * @param below what the transcript is of
   * @param channel the same, or TLS over it
   * @param patience until a response must be whole
   * @param credential kept out of the transcript
   */
  RtspTalk(Channel below, Channel channel, Duration patience, Optional<Candidate> credential) {
    this.below = below;
    this.channel = channel;
    this.patience = patience;
    this.credential = credential;
    redact();
  }

  Optional<EvidenceRef> transcript() {
    redact();
    return Optional.of(below.transcript());
  }

  private void redact() {
    credential.ifPresent(it -> {
      below.redact(it.user() + ":" + it.password());
      if (!it.password().isEmpty()) {
        below.redact(it.password());
      }
    });
  }

  /**
   * Sends a request and waits for the response to it.
   *
   * @param headers whole lines
   */
  RtspReply ask(String method, String uri, String... headers)
      throws ProbeException, InterruptedException {
    sequence++;
    var request = new StringBuilder(method).append(' ').append(uri).append(" RTSP/1.0").append(END);
    request.append("CSeq: ").append(sequence).append(END);
    request.append("User-Agent: coptest").append(END);
    for (var header : headers) {
      request.append(header).append(END);
    }
    channel.send(request.append(END).toString().getBytes(StandardCharsets.UTF_8));
    var reply = reply();
    var answered = reply.first("cseq").orElse(Integer.toString(sequence));
    return answered.equals(Integer.toString(sequence))
        ? reply
        : RtspReply.none(RtspReply.Kind.STRANGE);
  }

  private RtspReply reply() throws ProbeException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    var parsed = RtspReader.first(pending);
    while (parsed.isEmpty()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return RtspReply.none(RtspReply.Kind.SILENT);
      }
      switch (channel.receive(Duration.ofNanos(left))) {
        case Received.Data data -> {
          pending += new String(data.bytes(), StandardCharsets.ISO_8859_1);
          parsed = RtspReader.first(pending);
        }
        case Received.Silent silent -> {
          return RtspReply.none(RtspReply.Kind.SILENT);
        }
        case Received.Closed closed -> {
          return RtspReply.none(RtspReply.Kind.ENDED);
        }
        case Received.Reset reset -> {
          return RtspReply.none(RtspReply.Kind.ENDED);
        }
      }
    }
    pending = parsed.get().rest();
    return parsed.get().reply();
  }

  @Override
  public void close() {
    below.close();
  }
}
