package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.BruteForce;
import org.coptest.spi.declaration.BruteForceKind;
import org.coptest.spi.declaration.LockScope;
import org.coptest.spi.declaration.LoginEndpoint;
import org.coptest.spi.declaration.Origin;
import org.junit.jupiter.api.Test;

class LockWindowTest {

  @Test
  void leavesTwoAttemptsOfTheDeclaredThresholdAndWaitsAFifthLonger() {
    assertThat(LockWindow.of(mechanism(Optional.of(5), Optional.of(300))))
        .contains(
            new LockWindow(
                "AuthMech-ssh",
                Optional.of("LogIntf-ssh"),
                Optional.of(LockScope.ACCOUNT),
                3,
                Optional.of(Duration.ofSeconds(360))));
  }

  @Test
  void leavesNoneOfASmallThreshold() {
    for (int threshold = 0; threshold <= 2; threshold++) {
      assertThat(LockWindow.of(mechanism(Optional.of(threshold), Optional.of(300))).orElseThrow())
          .extracting(LockWindow::allowed)
          .isEqualTo(0);
    }
  }

  @Test
  void hasNoEndWhenTheLockDeclaresNone() {
    assertThat(LockWindow.of(mechanism(Optional.of(5), Optional.empty())).orElseThrow().length())
        .isEmpty();
  }

  @Test
  void isAbsentWithoutAThreshold() {
    assertThat(LockWindow.of(mechanism(Optional.empty(), Optional.of(300)))).isEmpty();
  }

  private static AuthMech mechanism(Optional<Integer> threshold, Optional<Integer> seconds) {
    var none = Optional.<String>empty();
    return new AuthMech(
        "AuthMech-ssh",
        none,
        Optional.empty(),
        Optional.empty(),
        none,
        Optional.of(
            new LoginEndpoint(
                Optional.of("LogIntf-ssh"),
                none,
                none,
                none,
                none,
                Optional.empty(),
                Optional.empty(),
                none,
                none,
                new Origin("targets.yaml", 1, 1))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new BruteForce(
                Optional.of(BruteForceKind.LOCKOUT),
                threshold,
                seconds,
                Optional.of(LockScope.ACCOUNT))),
        none,
        Optional.empty(),
        none,
        new Origin("targets.yaml", 1, 1));
  }
}
