package org.coptest.probes.instrument.ftp;

import java.time.Duration;
import java.util.Optional;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.verdict.Cause;

/** Opens control connections, in clear or inside TLS as far as the server demands it (RFC 4217). */
final class FtpEntrance {
  private final Dut dut;
  private final Endpoint endpoint;
  private final Duration patience;
  private final boolean implicit;
  private boolean explicit;

  FtpEntrance(Dut dut, Endpoint endpoint, boolean implicit, Duration patience) {
    this.dut = dut;
    this.endpoint = endpoint;
    this.implicit = implicit;
    this.patience = patience;
  }

  /** What opening came to. */
  sealed interface Opened {}

  /** The server has greeted and waits for a login. */
  record Ready(FtpControl control) implements Opened {}

  /** No login could be begun. */
  record Barred(LoginOutcome outcome, String detail, Optional<EvidenceRef> evidence)
      implements Opened {}

  /** TLS is demanded and cannot be had. */
  record NoTls(String detail, Optional<EvidenceRef> evidence) implements Opened {}

  /** Asks for TLS from now on; false when it was inside TLS before. */
  boolean encrypt() {
    if (implicit || explicit) {
      return false;
    }
    explicit = true;
    return true;
  }

  Opened open() throws ProbeException, InterruptedException {
    return switch (dut.connect(endpoint)) {
      case ConnectResult.Open open -> greeted(open.channel());
      case ConnectResult.Silent silent ->
          new Barred(LoginOutcome.NO_ANSWER, "the connection was not taken", Optional.empty());
      case ConnectResult.Refused refused ->
          new Barred(LoginOutcome.THROTTLED, "the connection was refused", Optional.empty());
      case ConnectResult.NoRoute noRoute ->
          new Barred(LoginOutcome.NO_ANSWER, "no route leads there", Optional.empty());
    };
  }

  private Opened greeted(Channel channel) throws ProbeException, InterruptedException {
    var control = new FtpControl(channel, patience);
    boolean done = false;
    try {
      var opened = greeted(control);
      done = opened instanceof Ready;
      return opened;
    } finally {
      if (!done) {
        control.close();
      }
    }
  }

  private Opened greeted(FtpControl control) throws ProbeException, InterruptedException {
    if (implicit && !tls(control)) {
      return new Barred(LoginOutcome.NO_ANSWER, "no TLS handshake completed", control.transcript());
    }
    var greeting = control.reply();
    if (!greeting.is(220)) {
      return barred(greeting, control);
    }
    if (!explicit) {
      return new Ready(control);
    }
    var answer = control.say("AUTH TLS");
    return answer.is(234) && tls(control)
        ? new Ready(control)
        : new NoTls(
            "demands TLS and then does not start it (" + answer.shown() + ")",
            control.transcript());
  }

  private boolean tls(FtpControl control) throws ProbeException, InterruptedException {
    dut.awaitHello();
    try {
      control.encrypt();
      return true;
    } catch (ProbeException e) {
      if (e.reasonCode() == Cause.AMBIGUOUS_RESPONSE) {
        return false;
      }
      throw e;
    }
  }

  private static Barred barred(FtpReply reply, FtpControl control) {
    return new Barred(
        outcome(reply), "instead of a greeting: " + reply.shown(), control.transcript());
  }

  /** What an answer means that neither lets in nor says the protocol's own no. */
  static LoginOutcome outcome(FtpReply reply) {
    return switch (reply.kind()) {
      case SILENT -> LoginOutcome.NO_ANSWER;
      case ENDED -> LoginOutcome.THROTTLED;
      case STRANGE -> LoginOutcome.ERROR;
      case REPLY -> spoken(reply);
    };
  }

  private static LoginOutcome spoken(FtpReply reply) {
    if (reply.locked()) {
      return LoginOutcome.LOCKED;
    }
    return reply.later() ? LoginOutcome.THROTTLED : LoginOutcome.ERROR;
  }
}
