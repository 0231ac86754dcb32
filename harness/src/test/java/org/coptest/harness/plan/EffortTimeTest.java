package org.coptest.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.coptest.spi.Effort;
import org.coptest.spi.declaration.Pace;
import org.junit.jupiter.api.Test;

class EffortTimeTest {
  private static final Effort LOGINS = Effort.lasting(Duration.ofSeconds(2)).loggingIn(60);

  @Test
  void theRateOfThePaceDecides() {
    assertThat(new EffortTime(Pace.NORMAL).of(LOGINS)).isEqualTo(Duration.ofSeconds(182));
    assertThat(new EffortTime(Pace.FAST).of(LOGINS)).isEqualTo(Duration.ofSeconds(32));
  }

  @Test
  void withoutALimitTheSpeedOfADeviceIsTheLimit() {
    assertThat(new EffortTime(Pace.UNLIMITED).of(LOGINS))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(20));
  }

  @Test
  void effortsAddUp() {
    var effort = Effort.lasting(Duration.ZERO).connecting(1_000).greeting(8).requesting(10);

    assertThat(new EffortTime(Pace.NORMAL).of(effort)).isEqualTo(Duration.ofSeconds(5));
  }
}
