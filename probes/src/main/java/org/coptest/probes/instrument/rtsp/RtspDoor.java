package org.coptest.probes.instrument.rtsp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.http.digest.Challenge;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;

/**
 * Logins of an RTSP server (RFC 2326) with Digest or Basic. Each attempt asks once without a
 * credential, which must be denied, and then with it; media is never asked for.
 */
public final class RtspDoor implements LoginDoor {
  private final RtspEntrance entrance;
  private final Streams streams;
  private final Authorization authorization;
  private Reference reference = new Reference("/", false);

  /**
   * Of this port.
   *
   * @param tls whether it speaks TLS from the first byte
   * @param declared path declared to be denied without a login
   * @param patience until a response must be whole
   */
  public RtspDoor(
      Dut dut,
      Endpoint endpoint,
      boolean tls,
      Optional<String> declared,
      RandomGenerator random,
      Duration patience) {
    this.entrance = new RtspEntrance(dut, endpoint, tls, patience);
    this.streams = new Streams(entrance, declared);
    this.authorization = new Authorization(random);
  }

  @Override
  public Look look() throws ProbeException, InterruptedException {
    var found = streams.look();
    reference = found.reference();
    return found.look();
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    return switch (entrance.open(Optional.of(candidate))) {
      case RtspEntrance.Ready ready -> {
        try (var talk = ready.talk()) {
          yield attempt(talk, candidate);
        }
      }
      case RtspEntrance.Barred barred ->
          Answer.undecided(barred.outcome(), barred.detail(), barred.evidence());
    };
  }

  /** What is asked for with and without a credential on one connection. */
  private record Question(RtspTalk talk, String method, String uri) {
    RtspReply ask(String... authorization) throws ProbeException, InterruptedException {
      return method.equals("SETUP")
          ? Reference.setUp(talk, uri, authorization)
          : Reference.describe(talk, uri, authorization);
    }
  }

  private Answer attempt(RtspTalk talk, Candidate candidate)
      throws ProbeException, InterruptedException {
    var uri = entrance.uri(reference.path());
    if (!reference.setup()) {
      return attempt(new Question(talk, "DESCRIBE", uri), candidate);
    }
    var description = Reference.describe(talk, uri);
    return description.describes()
        ? attempt(new Question(talk, "SETUP", Stream.track(description, uri)), candidate)
        : undecided(talk, description);
  }

  private Answer attempt(Question question, Candidate candidate)
      throws ProbeException, InterruptedException {
    var denied = question.ask();
    if (!denied.is(401)) {
      return undecided(question.talk(), denied);
    }
    var reply = answered(question, denied.challenges(), candidate);
    return reply.kind() == RtspReply.Kind.ENDED
        ? again(question, denied.challenges(), candidate)
        : answer(question, reply, denied.challenges(), candidate);
  }

  /** Some servers close after each 401; the challenge holds on the next connection. */
  private Answer again(Question first, List<Challenge> challenges, Candidate candidate)
      throws ProbeException, InterruptedException {
    if (!(entrance.open(Optional.of(candidate)) instanceof RtspEntrance.Ready ready)) {
      return Answer.undecided(
          LoginOutcome.THROTTLED, "the connection ended", first.talk().transcript());
    }
    try (var talk = ready.talk()) {
      var question = new Question(talk, first.method(), first.uri());
      return answer(question, answered(question, challenges, candidate), challenges, candidate);
    }
  }

  private RtspReply answered(Question question, List<Challenge> challenges, Candidate candidate)
      throws ProbeException, InterruptedException {
    var reply = question.ask(line(question.method(), question.uri(), challenges, candidate));
    var next = reply.challenges();
    return Authorization.stale(next)
        ? question.ask(line(question.method(), question.uri(), next, candidate))
        : reply;
  }

  private String[] line(
      String method, String uri, List<Challenge> challenges, Candidate candidate) {
    return authorization.line(challenges, method, uri, candidate).stream().toArray(String[]::new);
  }

  private Answer answer(
      Question question, RtspReply reply, List<Challenge> challenges, Candidate candidate)
      throws ProbeException, InterruptedException {
    var talk = question.talk();
    if (reply.is(401) && !Authorization.stale(reply.challenges())) {
      return Answer.rejected(Likeness.typed("401"), reply.shown(), talk.transcript());
    } else if (reply.describes()) {
      return Answer.accepted(Proof.REFERENCE, "the stream was described", talk.transcript());
    } else if (reference.setup() && reply.is(200)) {
      var uri = entrance.uri(reference.path());
      Reference.tearDown(talk, uri, reply, line("TEARDOWN", uri, challenges, candidate));
      return Answer.accepted(Proof.REFERENCE, "the stream was set up", talk.transcript());
    }
    return undecided(talk, reply);
  }

  private static Answer undecided(RtspTalk talk, RtspReply reply) {
    var outcome =
        switch (reply.kind()) {
          case SILENT -> LoginOutcome.NO_ANSWER;
          case ENDED -> LoginOutcome.THROTTLED;
          case STRANGE -> LoginOutcome.ERROR;
          case REPLY -> reply.busy() ? LoginOutcome.THROTTLED : LoginOutcome.ERROR;
        };
    var detail =
        reply.is(404) ? "status 404, so the path says nothing about the login" : reply.shown();
    return Answer.undecided(outcome, detail, talk.transcript());
  }
}
