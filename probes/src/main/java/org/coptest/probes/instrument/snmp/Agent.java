package org.coptest.probes.instrument.snmp;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Datagrams;

/** Questions to one agent over one socket; each is sent twice, as datagrams get lost. */
final class Agent implements AutoCloseable {
  private static final int ROUNDS = 2;
  private static final int MOST_STRAY = 200;
  private static final int TIMES = 10;
  private static final Duration LEAST = Duration.ofMillis(150);
  private final Datagrams link;
  private final RandomGenerator random;
  private final SnmpTiming timing;
  private final Set<String> hidden = new LinkedHashSet<>();
  private Function<byte[], Optional<Pdu>> watch = datagram -> Optional.empty();
  private Optional<Pdu> late = Optional.empty();
  private Duration patience;
  private boolean unreachable;

  Agent(Datagrams link, RandomGenerator random, SnmpTiming timing) {
    this.link = link;
    this.random = random;
    this.timing = timing;
    this.patience = timing.answer();
  }

  /** Whether the device said that nobody listens. */
  boolean unreachable() {
    return unreachable;
  }

  /** Keeps this text out of the transcript. */
  void hide(String secret) {
    if (!secret.isEmpty()) {
      hidden.add(secret);
      link.redact(secret);
    }
  }

  /** The engine, if there is one that speaks v3. */
  Optional<Engine> discover() throws ProbeException, InterruptedException {
    long id = id();
    return exchange(
        List.of(Requests.discovery(id)),
        datagram ->
            EngineMessage.of(datagram)
                .filter(message -> message.id() == id && message.pdu().type() == Pdu.REPORT)
                .map(EngineMessage::engine)
                .filter(Engine::named));
  }

  /** What is answered to this community, in v2c or v1. */
  Optional<Pdu> ask(String community) throws ProbeException, InterruptedException {
    long newer = id();
    long older = newer ^ 1;
    return exchange(
        List.of(
            Requests.get(SnmpVersion.V2C, community, newer),
            Requests.get(SnmpVersion.V1, community, older)),
        datagram -> response(datagram, newer, older));
  }

  private static Optional<Pdu> response(byte[] datagram, long newer, long older) {
    return Pdu.ofCommunityMessage(datagram, SnmpVersion.V2C)
        .filter(pdu -> pdu.answers(newer))
        .or(() ->
            Pdu.ofCommunityMessage(datagram, SnmpVersion.V1).filter(pdu -> pdu.answers(older)));
  }

  /**
   * What is answered to this community between two answers to something else; no control when one
   * of these does not come. An answer that comes late is seen among those to the second.
   */
  Between between(Control control, String community) throws ProbeException, InterruptedException {
    long begun = System.nanoTime();
    if (!control.answers(this)) {
      return new Between(false, Optional.empty());
    }
    patience = shorter(timing.answer(), LEAST.plusNanos(TIMES * (System.nanoTime() - begun)));
    long newer = id();
    long older = newer ^ 1;
    watch = datagram -> response(datagram, newer, older);
    var requests =
        List.of(
            Requests.get(SnmpVersion.V2C, community, newer),
            Requests.get(SnmpVersion.V1, community, older));
    var answer = exchange(requests, watch);
    patience = timing.answer();
    var held = answer.isPresent() || control.answers(this);
    return new Between(held, answer.or(() -> late));
  }

  /** Something that must be answered. */
  interface Control {
    boolean answers(Agent agent) throws ProbeException, InterruptedException;
  }

  /**
   * One community and its controls.
   *
   * @param held whether both were answered
   * @param answer to the community
   */
  record Between(boolean held, Optional<Pdu> answer) {}

  /** What is answered to this user, who proves the password in this way. */
  Optional<EngineMessage> ask(Engine engine, Candidate user, UsmHash hash)
      throws ProbeException, InterruptedException {
    long id = id();
    return exchange(
        List.of(UsmRequests.get(engine, user, hash, id)),
        datagram -> EngineMessage.of(datagram).filter(message -> message.id() == id));
  }

  private <T> Optional<T> exchange(List<byte[]> requests, Function<byte[], Optional<T>> answer)
      throws ProbeException, InterruptedException {
    var found = Optional.<T>empty();
    unreachable = false;
    for (int round = 0; round < ROUNDS && found.isEmpty() && !unreachable; round++) {
      for (var request : requests) {
        link.send(request);
      }
      found = await(answer);
    }
    return found;
  }

  private <T> Optional<T> await(Function<byte[], Optional<T>> answer)
      throws ProbeException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (int stray = 0; stray < MOST_STRAY; stray++) {
      long left = end - System.nanoTime();
      var datagram = left > 0 ? link.receive(Duration.ofNanos(left)) : new Datagram.Silent();
      if (!(datagram instanceof Datagram.Answer it)) {
        unreachable = datagram instanceof Datagram.Unreachable;
        return Optional.empty();
      }
      var found = answer.apply(it.bytes());
      if (found.isPresent()) {
        return found;
      }
      late = late.or(() -> watch.apply(it.bytes()));
    }
    return Optional.empty();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private long id() {
    return random.nextInt(1 << 16, 1 << 30) * 2L;
  }

  /** The device may have sent back what it was given. */
  Optional<EvidenceRef> transcript() {
    hidden.forEach(link::redact);
    return Optional.of(link.transcript());
  }

  @Override
  public void close() {
    link.close();
  }
}
