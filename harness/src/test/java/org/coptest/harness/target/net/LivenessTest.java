package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.target.net.Liveness.State;
import org.coptest.spi.net.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LivenessTest {
  private static final Duration RECOVERY = Duration.ofSeconds(120);
  private static final InetSocketAddress LIKELY = new InetSocketAddress("127.36.0.1", 80);
  private static final InetSocketAddress KNOWN = new InetSocketAddress("127.36.0.1", 8_554);
  private final FakeTime time = new FakeTime();
  private final SignsOfLife signs = new SignsOfLife(time);
  private final List<List<InetSocketAddress>> asked = new ArrayList<>();
  private final Deque<Boolean> answers = new ArrayDeque<>();
  private final Deadline deadline = Deadline.after("device", Duration.ofHours(1), time);
  private boolean onLink;
  private final Liveness liveness =
      new Liveness(signs, List.of(LIKELY), () -> RECOVERY, this::within, () -> onLink, time);

  @Test
  void givesADeviceNeverSeenThreeTriesInFifteenSecondsAndNoMore() throws Exception {
    assertThat(liveness.check(deadline)).isEqualTo(State.NEVER_SEEN);
    assertThat(asked).hasSize(3);
    assertThat(time.passed()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15));

    assertThat(liveness.check(deadline)).isEqualTo(State.NEVER_SEEN);
    assertThat(asked).hasSize(3);
    assertThat(liveness.lastSign()).isEmpty();
  }

  @Test
  void seesADeviceThatAnswersTheThirdTime() throws Exception {
    answers.addAll(List.of(false, false, true));

    assertThat(liveness.check(deadline)).isEqualTo(State.ALIVE);
    assertThat(liveness.lastSign()).contains(time.utc());
  }

  @Test
  void asksTheKnownPortFirst() throws Exception {
    signs.seenOpen(KNOWN);
    answers.add(true);

    assertThat(liveness.check(deadline)).isEqualTo(State.ALIVE);
    assertThat(asked).containsExactly(List.of(KNOWN));
  }

  @Test
  void asksAllPortsBeforeItCallsADeviceDead() throws Exception {
    signs.seenOpen(KNOWN);
    answers.addAll(List.of(false, true));

    assertThat(liveness.check(deadline)).isEqualTo(State.ALIVE);
    assertThat(asked.getLast()).containsExactly(KNOWN, LIKELY);
  }

  @Test
  void waitsOnceForADeadDeviceToComeBack() throws Exception {
    signs.seen();
    var last = time.utc();

    assertThat(liveness.check(deadline)).isEqualTo(State.DIED);
    assertThat(time.passed()).isBetween(RECOVERY, RECOVERY.plusSeconds(10));
    assertThat(liveness.lastSign()).contains(last);

    assertThat(liveness.check(deadline)).isEqualTo(State.DIED);
    assertThat(time.passed()).isLessThan(RECOVERY.plusSeconds(20));
  }

  @Test
  void noticesThatADeadDeviceIsBack() throws Exception {
    signs.seen();
    for (int i = 0; i < 30; i++) {
      answers.add(false);
    }
    answers.add(true);

    assertThat(liveness.check(deadline)).isEqualTo(State.ALIVE);
    assertThat(time.passed()).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void waitsNoLongerThanTheDeadline() throws Exception {
    signs.seen();
    var soon = Deadline.after("probe", Duration.ofSeconds(10), time);

    assertThat(liveness.check(soon)).isEqualTo(State.DIED);
    assertThat(time.passed()).isLessThan(Duration.ofSeconds(12));
  }

  @Test
  void seesAFirewalledDeviceByThePortTheSweepFound() throws Exception {
    try (var server = new LoopServer("127.36.0.2", socket -> {});
        var bench = TestBench.at(server.address())) {
      bench.dut.noteAlive(server.endpoint());

      assertThat(bench.dut.checkLife(bench.run)).isEqualTo(State.ALIVE);
    }
  }

  @Test
  void takesARefusalForASignOfLife() throws Exception {
    var address = InetAddress.getByName("127.36.0.3");
    try (var bench = TestBench.at(address)) {
      bench.dut.connect(Endpoint.tcp(address, 1));

      assertThat(bench.dut.checkLife(bench.run)).isEqualTo(State.ALIVE);
    }
  }

  @Test
  void endsAtOnceWhenInterrupted() throws Exception {
    try (var silent = new SilentPort("127.36.0.4");
        var bench = TestBench.at(silent.endpoint().address())) {
      bench.dut.noteAlive(silent.endpoint());

      Interrupting.endsAtOnce(() -> bench.dut.checkLife(bench.run));
    }
  }

  @Test
  void letsAFirewalledDeviceOnTheLinkBeLookedAtOnce() throws Exception {
    onLink = true;

    assertThat(liveness.check(deadline)).isEqualTo(State.ALIVE);
    assertThat(time.passed()).isLessThanOrEqualTo(Duration.ofSeconds(15));
    assertThat(liveness.check(deadline)).as("nothing was found").isEqualTo(State.NEVER_SEEN);
  }

  @Test
  void aDeviceWhoseOnlyPortTheSweepFoundIsAlive() throws Exception {
    onLink = true;
    liveness.check(deadline);
    signs.seenOpen(KNOWN);
    answers.add(true);

    assertThat(liveness.check(deadline)).isEqualTo(State.ALIVE);
    assertThat(asked.getLast()).containsExactly(KNOWN);
  }

  @Test
  void asksFirstWhatAnsweredLast() throws Exception {
    answers.addAll(List.of(true, true));
    liveness.check(deadline);
    liveness.check(deadline);

    assertThat(signs.answering()).containsExactly(LIKELY);
    assertThat(asked.getLast()).containsExactly(LIKELY);
  }

  @Test
  void findsADeviceThatLosesHalfOfAllPackets() throws Exception {
    for (int i = 0; i < 64; i++) {
      answers.addAll(List.of(i % 2 == 1));
    }
    for (int i = 0; i < 16; i++) {
      assertThat(liveness.check(deadline)).isEqualTo(State.ALIVE);
    }
  }

  private Optional<FirstAnswer.Answer> within(Duration patience, List<InetSocketAddress> ports) {
    asked.add(ports);
    boolean answer = !answers.isEmpty() && answers.remove();
    time.pass(answer ? Duration.ZERO : patience);
    return answer ? Optional.of(new FirstAnswer.Answer(ports.getFirst(), true)) : Optional.empty();
  }
}
