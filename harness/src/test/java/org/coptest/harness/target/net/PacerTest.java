package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacerTest {
  private final FakeTime time = new FakeTime();
  private final Deadline hour = Deadline.after("run", Duration.ofHours(1), time);

  @Test
  void keepsEventsApart() throws Exception {
    var pacer = new Pacer(4, time);
    for (int i = 0; i < 5; i++) {
      assertThat(pacer.await(hour)).isTrue();
    }

    assertThat(time.passed()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void savesNoSlotsForLater() throws Exception {
    var pacer = new Pacer(1, time);
    time.pass(Duration.ofMinutes(1));
    pacer.await(hour);
    pacer.await(hour);

    assertThat(time.passed()).isEqualTo(Duration.ofSeconds(61));
  }

  @Test
  void knowsNoWaitWithoutALimit() throws Exception {
    var pacer = new Pacer(PaceTable.NO_LIMIT, time);
    for (int i = 0; i < 1_000; i++) {
      pacer.await(hour);
    }

    assertThat(time.passed()).isZero();
  }

  @Test
  void givesNoSlotAfterTheDeadline() throws Exception {
    var pacer = new Pacer(0.1, time);
    var soon = Deadline.after("probe", Duration.ofSeconds(5), time);

    assertThat(pacer.await(soon)).isTrue();
    assertThat(pacer.await(soon)).isFalse();
    assertThat(time.passed()).isZero();
  }
}
