package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private final FakeTime time = new FakeTime();
  private final Deadline run = Deadline.after("run", Duration.ofSeconds(10), time);

  @Test
  void childEndsWithItsParent() {
    var probe = run.child("probe", Duration.ofMinutes(1));

    assertThat(probe.remaining()).isEqualTo(Duration.ofSeconds(10));
    assertThat(probe.what()).isEqualTo("run");
  }

  @Test
  void childMayEndSooner() {
    var probe = run.child("probe", Duration.ofSeconds(3));
    time.pass(Duration.ofSeconds(3));

    assertThat(probe.passed()).isTrue();
    assertThat(run.remaining()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void checkNamesWhatIsUsedUp() throws Exception {
    var probe = run.child("probe", Duration.ofSeconds(3));
    probe.check();
    time.pass(Duration.ofHours(1));

    assertThat(probe.remaining()).isZero();
    assertThatExceptionOfType(ProbeException.class)
        .isThrownBy(probe::check)
        .withMessageContaining("probe")
        .matches(failure -> failure.reasonCode() == Cause.BUDGET_EXHAUSTED);
  }

  @Test
  void holdsForAWaitWithoutEnd() {
    assertThat(Deadline.after("run", Duration.ofSeconds(Long.MAX_VALUE), time).passed()).isFalse();
  }
}
