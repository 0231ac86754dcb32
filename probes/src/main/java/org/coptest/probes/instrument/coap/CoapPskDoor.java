package org.coptest.probes.instrument.coap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.coap.PskTalk.Ending;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.VisibleText;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;

/** Pre-shared keys of a CoAP server: user is the identity, password the key. */
public final class CoapPskDoor implements LoginDoor {
  private static final String ANYTHING = "/.well-known/core";

  /** bad_record_mac, handshake_failure, illegal_parameter, access_denied, decrypt_error, 115. */
  private static final Set<Integer> REFUSALS = Set.of(20, 40, 47, 49, 51, 115);

  /** One for alerts and silence: unknown identities and wrong keys may be refused differently. */
  private static final Likeness REFUSED =
      VisibleText.likeness("refused", "silence or an alert", List.of());

  private final Dut dut;
  private final Endpoint endpoint;
  private final String path;
  private final RandomGenerator random;
  private final CoapTiming timing;

  /**
   * Of this port.
   *
   * @param path declared to be denied without a key
   */
  public CoapPskDoor(
      Dut dut,
      Endpoint endpoint,
      Optional<String> path,
      RandomGenerator random,
      CoapTiming timing) {
    this.dut = dut;
    this.endpoint = endpoint;
    this.path = path.orElse(ANYTHING);
    this.random = random;
    this.timing = timing;
  }

  private PskTalk talk(Optional<PresharedKey> own) throws ProbeException, InterruptedException {
    dut.awaitHello();
    return new PskTalk(dut.datagrams(endpoint), own, timing);
  }

  @Override
  public Look look() throws ProbeException, InterruptedException {
    try (var talk = talk(Optional.empty())) {
      var ending = talk.handshake();
      if (ending == Ending.UNREACHABLE) {
        return seen(Access.UNKNOWN, Mechanism.CLOSED, "port unreachable", talk);
      } else if (talk.asked()) {
        return seen(
            Access.DENIED, Mechanism.PASSWORD, "the handshake asks for a pre-shared key", talk);
      }
      return Look.unknown(without(ending, talk), talk.transcript());
    }
  }

  private static String without(Ending ending, PskTalk talk) {
    return switch (ending) {
      case ALERT -> "alert %d before any key was asked for".formatted(talk.alert());
      case SILENCE -> "no handshake came about";
      default -> "what came back is no handshake with a pre-shared key";
    };
  }

  private static Look seen(Access access, Mechanism mechanism, String detail, PskTalk talk) {
    return new Look(
        access,
        mechanism,
        List.of("pre-shared key"),
        "session",
        NameUse.OPTIONAL,
        detail,
        talk.transcript());
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    if (candidate.password().isEmpty()) {
      return Answer.undecided(LoginOutcome.ERROR, "an empty key is none", Optional.empty());
    }
    try (var talk = talk(Optional.of(PresharedKey.of(candidate)))) {
      return switch (talk.handshake()) {
        case FINISHED -> accepted(talk);
        case ALERT -> alerted(talk);
        case SILENCE -> silent(talk);
        case UNREACHABLE -> undecided(LoginOutcome.NO_ANSWER, "port unreachable", talk);
        case OURS -> undecided(LoginOutcome.ERROR, "what came back is no such handshake", talk);
      };
    }
  }

  private Answer accepted(PskTalk talk) throws ProbeException, InterruptedException {
    int code = talk.ask(new CoapRequest(path, random));
    var proof = CoapRequest.content(code) ? Proof.REFERENCE : Proof.SUCCESS_MESSAGE;
    var detail =
        code < 0
            ? "Finished by both, but no answer to GET " + path
            : "Finished by both; GET %s: %s".formatted(path, CoapRequest.text(code));
    return Answer.accepted(proof, detail, talk.transcript());
  }

  /** An alert is about the key only once the key was said. */
  private static Answer alerted(PskTalk talk) {
    var detail = "alert " + talk.alert();
    return talk.asked() && REFUSALS.contains(talk.alert())
        ? Answer.rejected(REFUSED, detail, talk.transcript())
        : undecided(LoginOutcome.ERROR, detail, talk);
  }

  /** Records that do not decrypt are dropped in silence (RFC 6347 4.1.2.7), as by who is gone. */
  private Answer silent(PskTalk talk) throws ProbeException, InterruptedException {
    if (!talk.asked()) {
      return undecided(LoginOutcome.NO_ANSWER, "no answer to the hello", talk);
    }
    return look().mechanism() == Mechanism.PASSWORD
        ? Answer.rejected(
            REFUSED, "silence to the key, and an answer to the next hello", talk.transcript())
        : undecided(LoginOutcome.NO_ANSWER, "silence to the key, and to the next hello", talk);
  }

  private static Answer undecided(LoginOutcome outcome, String detail, PskTalk talk) {
    return Answer.undecided(outcome, detail, talk.transcript());
  }
}
