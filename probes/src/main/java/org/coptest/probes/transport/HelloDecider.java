package org.coptest.probes.transport;

import java.util.Optional;
import java.util.Set;
import org.coptest.probes.instrument.tls.ClientHello;
import org.coptest.probes.instrument.tls.HelloAnswer;
import org.coptest.probes.instrument.tls.HelloExchange;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;

/**
 * Decides what answers mean: an alert of refusal is a no; an end without an answer is a no only in
 * three of three tries between hellos known to be accepted; silence is never a no.
 */
final class HelloDecider {
  private static final int TRIES = 3;
  private static final int PROTOCOL_VERSION = 70;
  private static final Set<Integer> REFUSALS = Set.of(40, 47, PROTOCOL_VERSION, 71, 86);

  private final HelloExchange exchange;
  private final HelloTiming timing;
  private final ClientHello good;
  private int asked;
  private int answered;

  HelloDecider(HelloExchange exchange, HelloTiming timing, ClientHello good) {
    this.exchange = exchange;
    this.timing = timing;
    this.good = good;
  }

  int controlsAsked() {
    return asked;
  }

  int controlsAnswered() {
    return answered;
  }

  Decision decide(ClientHello hello) throws ProbeException, InterruptedException {
    var ends = "";
    int unanswered = 0;
    for (int tries = 0; tries < TRIES; ) {
      var outcome = exchange.ask(hello);
      switch (outcome.answer()) {
        case HelloAnswer.Chosen chosen -> {
          return new Decision.Accepted(chosen, evidence(outcome));
        }
        case HelloAnswer.Alert alert when REFUSALS.contains(alert.description()) -> {
          return new Decision.Refused(
              "alert " + alert.description(), alert.description() == PROTOCOL_VERSION);
        }
        case HelloAnswer.NotTls odd -> {
          return new Decision.Doubtful(
              Doubt.ODD_ANSWER, odd.problem() + " at byte " + odd.offset());
        }
        case HelloAnswer.Silent silent when hello.version() != TlsVersion.SSL2 -> {
          if (unanswered == timing.backOff().size()) {
            return new Decision.Doubtful(
                Doubt.NO_ANSWER, "no answer to %d hellos".formatted(unanswered + 1));
          }
          Thread.sleep(timing.backOff().get(unanswered++));
          continue;
        }
        default -> ends = name(outcome.answer());
      }
      if (!control()) {
        return new Decision.Doubtful(
            Doubt.CONTROL_LOST, "after " + ends + " a hello accepted before was not accepted");
      }
      tries++;
    }
    return new Decision.Refused("%s in %d of %d tries".formatted(ends, TRIES, TRIES), false);
  }

  /** Sends the hello known to be accepted; once more after a wait when it is not. */
  boolean control() throws ProbeException, InterruptedException {
    asked++;
    if (exchange.ask(good).answer() instanceof HelloAnswer.Chosen) {
      answered++;
      return true;
    }
    Thread.sleep(timing.backOff().get(0));
    asked++;
    boolean again = exchange.ask(good).answer() instanceof HelloAnswer.Chosen;
    answered += again ? 1 : 0;
    return again;
  }

  private static EvidenceRef evidence(HelloExchange.Outcome outcome) {
    return Optional.of(outcome).flatMap(HelloExchange.Outcome::evidence).orElseThrow();
  }

  private static String name(HelloAnswer answer) {
    return switch (answer) {
      case HelloAnswer.Alert alert -> "alert " + alert.description();
      case HelloAnswer.Closed closed -> "end of connection";
      case HelloAnswer.Reset reset -> "reset";
      case HelloAnswer.NotConnected not -> "no connection (" + not.detail() + ")";
      case HelloAnswer.Silent silent -> "silence";
      case HelloAnswer.Chosen chosen -> "choice";
      case HelloAnswer.NotTls odd -> "odd answer";
    };
  }
}
