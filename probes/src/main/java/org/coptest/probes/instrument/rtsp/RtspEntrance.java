package org.coptest.probes.instrument.rtsp;

import java.time.Duration;
import java.util.Optional;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.tls.TlsTunnel;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.verdict.Cause;

/**
 * Opens connections to one RTSP port.
 *
 * @param dut the device
 * @param endpoint its port
 * @param tls whether it speaks TLS from the first byte
 * @param patience until a response must be whole
 */
record RtspEntrance(Dut dut, Endpoint endpoint, boolean tls, Duration patience) {

  /** What opening came to. */
  sealed interface Opened {}

  /** Requests can be made. */
  record Ready(RtspTalk talk) implements Opened {}

  /** No request can be made. */
  record Barred(LoginOutcome outcome, String detail, Optional<EvidenceRef> evidence)
      implements Opened {}

  Opened open(Optional<Candidate> credential) throws ProbeException, InterruptedException {
    dut.awaitHttp();
    return switch (dut.connect(endpoint)) {
      case ConnectResult.Open open -> over(open.channel(), credential);
      case ConnectResult.Refused refused ->
          new Barred(LoginOutcome.THROTTLED, "the connection was refused", Optional.empty());
      case ConnectResult.Silent silent ->
          new Barred(LoginOutcome.NO_ANSWER, "the connection was not taken", Optional.empty());
      case ConnectResult.NoRoute noRoute ->
          new Barred(LoginOutcome.NO_ANSWER, "no route leads there", Optional.empty());
    };
  }

  /** Address of this path on this port. */
  String uri(String path) {
    return Stream.uri(endpoint, tls, path);
  }

  private Opened over(Channel channel, Optional<Candidate> credential)
      throws ProbeException, InterruptedException {
    if (!tls) {
      return new Ready(new RtspTalk(channel, channel, patience, credential));
    }
    dut.awaitHello();
    try {
      var tunnel = TlsTunnel.over(channel, Optional.empty(), patience);
      return new Ready(new RtspTalk(channel, tunnel, patience, credential));
    } catch (ProbeException e) {
      channel.close();
      if (e.reasonCode() != Cause.AMBIGUOUS_RESPONSE) {
        throw e;
      }
      return new Barred(
          LoginOutcome.NO_ANSWER, "no TLS handshake completed", Optional.of(channel.transcript()));
    }
  }
}
