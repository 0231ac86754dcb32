package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateRampTest {
  private static final long MILLISECOND = 1_000_000;
  private final RateRamp ramp = new RateRamp(100, 1_000);

  @Test
  void doublesWhileNothingGetsWorseUpToTheHighestRate() {
    answers(100 + 200 + 400 + 800 + 1_000, 2 * MILLISECOND);

    assertThat(ramp.rate()).isEqualTo(1_000);
  }

  @Test
  void halvesWhenAnswersAreLost() {
    answers(100 + 200 + 400, 2 * MILLISECOND);
    answers(700, 2 * MILLISECOND);
    for (int i = 0; i < 100; i++) {
      ramp.silent();
    }

    assertThat(ramp.rate()).isEqualTo(400);
  }

  @Test
  void halvesWhenAnswersSlowDown() {
    answers(100 + 200, 2 * MILLISECOND);
    answers(400, 20 * MILLISECOND);

    assertThat(ramp.rate()).isEqualTo(200);
  }

  @Test
  void neverGoesBelowTheFirstRate() {
    answers(100, MILLISECOND);
    for (int i = 0; i < 5_000; i++) {
      ramp.silent();
    }

    assertThat(ramp.rate()).isEqualTo(100);
  }

  @Test
  void spacesConnectsWithoutSavingUp() {
    ramp.launched(0);

    assertThat(ramp.delay(0)).isEqualTo(10 * MILLISECOND);
    assertThat(ramp.delay(10 * MILLISECOND)).isZero();
    ramp.launched(1_000 * MILLISECOND);
    assertThat(ramp.delay(1_000 * MILLISECOND)).isEqualTo(10 * MILLISECOND);
  }

  @Test
  void knowsNoDelayWithoutALimit() {
    var free = new RateRamp(PaceTable.NO_LIMIT, PaceTable.NO_LIMIT);
    free.launched(0);
    free.answered(5);

    assertThat(free.delay(0)).isZero();
  }

  private void answers(int count, long nanos) {
    for (int i = 0; i < count; i++) {
      ramp.answered(nanos);
    }
  }
}
