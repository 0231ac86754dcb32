package org.coptest.harness.target.net;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.coptest.spi.ProbeException;

/**
 * The canary: asks the device for one cheap sign of life. One never seen gets three tries within 15
 * seconds, once; one that died gets one recovery wait in the campaign. One that answers on the link
 * only, as behind a firewall, may be looked at once.
 */
public final class Liveness {
  private static final int TRIES = 3;
  private static final Duration ALL_TRIES = Duration.ofSeconds(15);
  private static final Duration CHEAP = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofSeconds(1);
  private final SignsOfLife signs;
  private final List<InetSocketAddress> likely;
  private final Supplier<Duration> recoveryWait;
  private final Answering answering;
  private final BooleanSupplier onLink;
  private final BenchTime time;
  private boolean triedAtStart;
  private boolean waitedForRecovery;

  Liveness(
      SignsOfLife signs,
      List<InetSocketAddress> likely,
      Supplier<Duration> recoveryWait,
      Answering answering,
      BooleanSupplier onLink,
      BenchTime time) {
    this.signs = signs;
    this.likely = List.copyOf(likely);
    this.recoveryWait = recoveryWait;
    this.answering = answering;
    this.onLink = onLink;
    this.time = time;
  }

  /** When the device last sent anything at all; passes that came later are void if it died. */
  public Optional<Instant> lastSign() {
    return signs.last();
  }

  /** Asks now, waiting for recovery as far as the pace and this deadline allow. */
  public State check(Deadline deadline) throws ProbeException, InterruptedException {
    if (signs.last().isEmpty()) {
      return firstSight(deadline);
    }
    var known = signs.answering();
    boolean cheap = !known.isEmpty() && answers(known.subList(0, 1), CHEAP, deadline);
    return cheap || answers(candidates(), CHEAP, deadline) || recovered(deadline)
        ? State.ALIVE
        : State.DIED;
  }

  // Somebody is there who lets no usual port answer: one probe may look at the others.
  private State firstSight(Deadline deadline) throws ProbeException, InterruptedException {
    for (int i = 0; i < TRIES && !triedAtStart; i++) {
      long began = time.nanos();
      if (answers(candidates(), ALL_TRIES.dividedBy(TRIES), deadline)) {
        return State.ALIVE;
      }
      rest(began, i);
    }
    boolean firstTime = !triedAtStart;
    triedAtStart = true;
    return firstTime && onLink.getAsBoolean() ? State.ALIVE : State.NEVER_SEEN;
  }

  // "No route" comes back at once, and a device that is just starting deserves its 15 seconds.
  private void rest(long began, int attempt) throws InterruptedException {
    var left = ALL_TRIES.dividedBy(TRIES).minusNanos(time.nanos() - began);
    if (attempt < TRIES - 1 && left.isPositive()) {
      time.sleep(left);
    }
  }

  private boolean recovered(Deadline deadline) throws ProbeException, InterruptedException {
    if (waitedForRecovery) {
      return false;
    }
    waitedForRecovery = true;
    var end = deadline.child("recovery wait", recoveryWait.get());
    while (!end.passed()) {
      long began = time.nanos();
      if (answers(candidates(), POLL, end)) {
        return true;
      }
      var left = POLL.minusNanos(time.nanos() - began);
      if (left.isPositive()) {
        time.sleep(left);
      }
    }
    return false;
  }

  private boolean answers(List<InetSocketAddress> ports, Duration patience, Deadline deadline)
      throws ProbeException, InterruptedException {
    var remaining = deadline.remaining();
    var limit = patience.compareTo(remaining) < 0 ? patience : remaining;
    if (ports.isEmpty()) {
      return false;
    }
    var answer = answering.within(limit, ports);
    // What answered once is what to ask first from now on.
    answer.ifPresent(signs::seen);
    return answer.isPresent();
  }

  private List<InetSocketAddress> candidates() {
    var all = new ArrayList<>(signs.answering());
    all.addAll(likely);
    return all.stream().distinct().toList();
  }

  /** What the canary came to. */
  public enum State {
    /** It answered just now. */
    ALIVE,
    /** It has never answered anything in this campaign. */
    NEVER_SEEN,
    /** It answered before and does not now; the recovery wait is over. */
    DIED
  }

  /** Which of these ports answers first within this time, with SYN-ACK or RST. */
  @FunctionalInterface
  interface Answering {
    Optional<FirstAnswer.Answer> within(Duration patience, List<InetSocketAddress> ports)
        throws ProbeException, InterruptedException;
  }
}
