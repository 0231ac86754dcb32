package org.coptest.probes.instrument.mqtt;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
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
import org.coptest.probes.instrument.login.Surface;
import org.coptest.probes.instrument.tls.ClientCertificateWantedException;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;

/** Logins of an MQTT broker, in 3.1.1 or, where only that is spoken, in 5. */
public final class MqttDoor implements LoginDoor {
  private static final int RANDOM_LETTERS = 20;
  private final Dut dut;
  private final Surface surface;
  private final Broker broker;
  private final Loopback loopback;
  private final RandomGenerator random;
  private final MqttTiming timing;
  private MqttVersion version = MqttVersion.V3_1_1;

  /**
   * Of this port.
   *
   * @param tls whether it speaks inside TLS
   * @param topic declared to need a login
   */
  public MqttDoor(
      Dut dut,
      Surface surface,
      boolean tls,
      Optional<String> topic,
      RandomGenerator random,
      MqttTiming timing) {
    this.dut = dut;
    this.surface = surface;
    this.broker = new Broker(dut, surface.endpoint(), tls);
    this.loopback = new Loopback(broker, topic, random, timing);
    this.random = random;
    this.timing = timing;
  }

  @Override
  public Look look() throws ProbeException, InterruptedException {
    try {
      var opened = broker.open(version);
      if (opened.isEmpty()) {
        return Look.unknown("the connection was not taken", Optional.empty());
      }
      try (var session = opened.get()) {
        var greeting = session.connect(loopback.clientId(), Optional.empty(), timing.answer());
        return session.certificateWanted()
            ? certificateFirst(Optional.of(session.transcript()))
            : look(session, greeting);
      }
    } catch (ClientCertificateWantedException wanted) {
      return certificateFirst(Optional.empty());
    }
  }

  private Look look(MqttSession session, Greeting greeting)
      throws ProbeException, InterruptedException {
    if (greeting.taken()) {
      return taken(session);
    } else if (greeting.refused()) {
      return seen(Access.DENIED, Mechanism.PASSWORD, greeting.detail(), session);
    } else if (version == MqttVersion.V3_1_1 && greeting.otherVersion()) {
      session.close();
      return newer(greeting);
    }
    return Look.unknown(greeting.detail(), Optional.of(session.transcript()));
  }

  private Look newer(Greeting old) throws ProbeException, InterruptedException {
    version = MqttVersion.V5;
    var look = look();
    if (look.mechanism() != Mechanism.UNKNOWN) {
      return look;
    }
    version = MqttVersion.V3_1_1;
    return Look.unknown("%s, then %s".formatted(old.detail(), look.detail()), look.evidence());
  }

  /** CONNACK 0 to nobody in particular is an open door only if something passes through it. */
  private Look taken(MqttSession session) throws ProbeException, InterruptedException {
    var reached = loopback.through(session, version, Optional.empty());
    return reached == Loopback.Reached.DELIVERED
        ? seen(
            Access.GRANTED,
            Mechanism.OPEN,
            "what one client published reached another, both without a login",
            session)
        : nothingDelivered(session, reached);
  }

  /** Whether anybody who says a name is asked whether it is right. */
  private Look nothingDelivered(MqttSession anonymous, Loopback.Reached reached)
      throws ProbeException, InterruptedException {
    var stays = reached == Loopback.Reached.NOTHING;
    var without =
        "a connection without a login is taken, but "
            + (stays ? "stays open and nothing is delivered" : "ends at once");
    var stranger = stranger();
    if (!dut.awaitLogin(surface.budget(), stranger.user())) {
      return Look.unknown(without, Optional.of(anonymous.transcript()));
    }
    var opened = broker.open(version);
    if (opened.isEmpty()) {
      return Look.unknown(without, Optional.of(anonymous.transcript()));
    }
    try (var session = opened.get()) {
      var greeting = session.connect(loopback.clientId(), Optional.of(stranger), timing.answer());
      if (greeting.refused()) {
        return seen(
            Access.UNKNOWN, Mechanism.PASSWORD, without + "; a wrong login is refused", session);
      } else if (greeting.taken() && stays) {
        return seen(
            Access.UNKNOWN, Mechanism.NONE_SEEN, without + "; so is one with any login", session);
      }
      return Look.unknown(without + "; " + greeting.detail(), Optional.of(session.transcript()));
    }
  }

  private Candidate stranger() {
    var text = new StringBuilder("q");
    while (text.length() < RANDOM_LETTERS) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return new Candidate("control:look", text.substring(0, RANDOM_LETTERS / 2), text.toString());
  }

  /** Whether it asks for a password as well shows to holders of a certificate only. */
  private static Look certificateFirst(Optional<EvidenceRef> evidence) {
    return Look.unknown(
        "the TLS handshake ends for want of a client certificate, before any login", evidence);
  }

  private Look seen(Access access, Mechanism mechanism, String detail, MqttSession session) {
    return new Look(
        access,
        mechanism,
        List.of("user name and password over " + version.text()),
        "session",
        NameUse.REQUIRED,
        detail,
        Optional.of(session.transcript()));
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    var opened = broker.open(version);
    if (opened.isEmpty()) {
      return Answer.undecided(
          LoginOutcome.THROTTLED, "the connection was not taken", Optional.empty());
    }
    try (var session = opened.get()) {
      var credential = Optional.of(candidate);
      var greeting = session.connect(loopback.clientId(), credential, timing.answer());
      if (greeting.taken()) {
        return accepted(loopback.through(session, version, credential), session);
      }
      var evidence = Optional.of(session.transcript());
      return greeting.refused()
          ? Answer.rejected(
              Likeness.typed("connack " + greeting.code()), greeting.detail(), evidence)
          : Answer.undecided(outcome(greeting), greeting.detail(), evidence);
    }
  }

  private static Answer accepted(Loopback.Reached reached, MqttSession session) {
    var evidence = Optional.of(session.transcript());
    return switch (reached) {
      case DELIVERED ->
          Answer.accepted(Proof.REFERENCE, "what another client published was delivered", evidence);
      case NOTHING ->
          Answer.accepted(Proof.SUCCESS_MESSAGE, "CONNACK 0, but nothing is delivered", evidence);
      case DROPPED ->
          Answer.undecided(
              LoginOutcome.ERROR, "CONNACK 0, and the connection ended at once", evidence);
    };
  }

  private static LoginOutcome outcome(Greeting greeting) {
    if (greeting.busy()) {
      return LoginOutcome.THROTTLED;
    } else if (greeting.banned()) {
      return LoginOutcome.LOCKED;
    }
    return switch (greeting.kind()) {
      case ENDED, SILENT -> LoginOutcome.NO_ANSWER;
      case CONNACK, OTHER -> LoginOutcome.ERROR;
    };
  }
}
