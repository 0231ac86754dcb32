package org.coptest.probes.passwords.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TailsTest {

  @Test
  void chiSquareAgreesWithTheTables() {
    assertThat(Tails.chiSquare(3.841, 1)).isCloseTo(0.05, within(1e-4));
    assertThat(Tails.chiSquare(18.307, 10)).isCloseTo(0.05, within(1e-4));
    assertThat(Tails.chiSquare(99.607, 61)).isCloseTo(0.00133, within(2e-4));
    assertThat(Tails.chiSquare(0, 5)).isEqualTo(1);
    assertThat(Tails.chiSquare(10, 0)).isEqualTo(1);
  }

  @Test
  void poissonAgreesWithTheTables() {
    assertThat(Tails.poisson(3, 1)).isCloseTo(0.0803, within(1e-4));
    assertThat(Tails.poisson(1, 2)).isCloseTo(0.8647, within(1e-4));
    assertThat(Tails.poisson(0, 2)).isEqualTo(1);
    assertThat(Tails.poisson(4, 0)).isZero();
    assertThat(Tails.poisson(10, 1e-3)).isLessThan(1e-30);
  }

  @Test
  void chanceOfAMatchFollowsFromCandidatesAndLength() {
    var pin = PasswordShape.of("4821", Optional.empty(), new byte[1]);
    assertThat(Chance.ofMatch(1, pin)).isCloseTo(1e-4, within(1e-9));
    assertThat(Chance.ofMatch(10_000, pin)).isCloseTo(0.6321, within(1e-3));
    assertThat(Chance.ofMatch(1_000_000, pin)).isCloseTo(1, within(1e-9));
    assertThat(Chance.ofCommonRule(1_000, List.of(pin, pin))).isCloseTo(1e-5, within(1e-12));
  }
}
