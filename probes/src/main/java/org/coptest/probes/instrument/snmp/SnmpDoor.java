package org.coptest.probes.instrument.snmp;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.Surface;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;

/**
 * Communities of an SNMP agent, and users where it is declared to have them. A wrong community is
 * met with silence, which counts only between two answers to something that must be answered.
 */
public final class SnmpDoor implements LoginDoor {
  private final Dut dut;
  private final Surface surface;
  private final Knocks knocks;
  private final RandomGenerator random;
  private final SnmpTiming timing;
  private Optional<Engine> engine = Optional.empty();
  private Optional<Candidate> talking = Optional.empty();
  private boolean knocked;

  /**
   * What the door may say to find out whether anybody is there.
   *
   * @param users whether it is declared to have users with passwords (v3)
   * @param valid a credential declared to work
   * @param first communities to try where nothing else is answered
   */
  public record Knocks(boolean users, Optional<Candidate> valid, List<Candidate> first) {}

  /** Of this port. */
  public SnmpDoor(
      Dut dut, Surface surface, Knocks knocks, RandomGenerator random, SnmpTiming timing) {
    this.dut = dut;
    this.surface = surface;
    this.knocks = knocks;
    this.random = random;
    this.timing = timing;
  }

  private Agent agent() throws ProbeException, InterruptedException {
    return new Agent(dut.datagrams(surface.endpoint()), random, timing);
  }

  @Override
  public int loginsEach() {
    return knocks.users() ? UsmHash.values().length : 1;
  }

  @Override
  public Look look() throws ProbeException, InterruptedException {
    try (var agent = agent()) {
      engine = agent.discover();
      if (agent.unreachable()) {
        return seen(Access.UNKNOWN, Mechanism.CLOSED, "port unreachable", agent);
      }
      knock(agent);
      if (engine.isPresent()) {
        return asks("an engine answers discovery", agent);
      } else if (talking.isPresent()) {
        return asks("it answers community " + talking.get().id(), agent);
      }
      return Look.unknown("nothing was answered, which says nothing", agent.transcript());
    }
  }

  /** A community that is answered shows later on that the agent still listens. */
  private void knock(Agent agent) throws ProbeException, InterruptedException {
    if (!knocked) {
      knocked = true;
      for (var community : openers()) {
        if (talking.isEmpty()
            && dut.awaitLogin(surface.budget(), "")
            && answers(agent, community)) {
          talking = Optional.of(community);
        }
      }
    }
  }

  private List<Candidate> openers() {
    var valid = knocks.valid().filter(it -> !knocks.users()).stream();
    var first = engine.isPresent() ? Stream.<Candidate>of() : knocks.first().stream();
    return Stream.concat(valid, first).toList();
  }

  private static boolean answers(Agent agent, Candidate community)
      throws ProbeException, InterruptedException {
    agent.hide(community.password());
    return agent.ask(community.password()).isPresent();
  }

  private Look asks(String detail, Agent agent) {
    return seen(Access.DENIED, Mechanism.PASSWORD, detail, agent);
  }

  private Look seen(Access access, Mechanism mechanism, String detail, Agent agent) {
    return new Look(
        access,
        mechanism,
        List.of(knocks.users() ? "user" : "community"),
        "session",
        knocks.users() ? NameUse.OPTIONAL : NameUse.ABSENT,
        detail,
        agent.transcript());
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    try (var agent = agent()) {
      agent.hide(candidate.password());
      return knocks.users() && !candidate.user().isEmpty()
          ? new UserLogin(agent, candidate).attempt()
          : community(agent, candidate);
    }
  }

  private Answer community(Agent agent, Candidate candidate)
      throws ProbeException, InterruptedException {
    var seen = agent.between(this::listens, candidate.password());
    if (seen.answer().isPresent()) {
      return accepted(seen.answer().get(), agent);
    } else if (!seen.held()) {
      return Answer.undecided(
          LoginOutcome.NO_ANSWER,
          "silence, also to what must be answered before and after it",
          agent.transcript());
    }
    return Answer.rejected(
        Refusal.LIKENESS, "silence between two answers to something else", agent.transcript());
  }

  /** Error and exception answer as well: an agent says nothing at all to a wrong community. */
  private static Answer accepted(Pdu pdu, Agent agent) {
    return pdu.served()
        ? Answer.accepted(
            Proof.REFERENCE,
            "a Response with %d values".formatted(pdu.values()),
            agent.transcript())
        : Answer.accepted(
            Proof.SUCCESS_MESSAGE,
            "a Response without values (error %d)".formatted(pdu.errorStatus()),
            agent.transcript());
  }

  private boolean listens(Agent agent) throws ProbeException, InterruptedException {
    if (talking.isPresent()) {
      agent.hide(talking.get().password());
      return agent.ask(talking.get().password()).isPresent();
    }
    return agent.discover().isPresent();
  }
}
