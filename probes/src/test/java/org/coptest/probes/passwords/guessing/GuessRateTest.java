package org.coptest.probes.passwords.guessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.coptest.probes.testing.Declared;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;
import org.junit.jupiter.api.Test;

class GuessRateTest {

  @Test
  void boundsARateByTheUpperEndOfThePoissonInterval() {
    // Half of chi-square(0.975) with 2, 22 and 202 degrees of freedom.
    assertThat(GuessRate.mostExpected(0)).isCloseTo(3.689, within(0.001));
    assertThat(GuessRate.mostExpected(10)).isCloseTo(18.390, within(0.001));
    assertThat(GuessRate.mostExpected(100)).isCloseTo(121.627, within(0.001));
    assertThat(GuessRate.mostPerMinute(10, Duration.ofSeconds(30))).isCloseTo(36.78, within(0.01));
  }

  @Test
  void aYearAtThreeHundredAMinuteFindsWhatPeopleChoose() {
    assertThat(GuessRate.chance(300, GuessSpace.CHOSEN_BY_PEOPLE)).isEqualTo(1);
    assertThat(GuessRate.chance(300, 16 * Math.log10(58))).isLessThan(1e-15);
    assertThat(GuessRate.chance(0.001, 6)).isCloseTo(5.256e-4, within(1e-7));
  }

  @Test
  void countsThePasswordsThatADeclarationAllows() {
    assertThat(GuessSpace.characters("A-Za-z2-9")).isEqualTo(60);
    assertThat(GuessSpace.characters("0-9a-f-")).isEqualTo(17);
    assertThat(GuessSpace.characters("aab")).isEqualTo(2);
    assertThat(GuessSpace.log10(facts("length", 4, "charset", "0-9"))).contains(4.0);
    assertThat(
            GuessSpace.log10(facts("origin", PasswordOrigin.USER, "length", 30, "charset", "a-z")))
        .contains(6.0);
    assertThat(GuessSpace.log10(facts("length", 4))).isEmpty();
    assertThat(
            GuessSpace.log10(
                facts("length", 12, "charset", "0-9A-F", "derivedFrom", List.of("MAC address"))))
        .isEmpty();
  }

  private static PasswordFacts facts(Object... namesAndValues) {
    return Declared.row(PasswordFacts.class, namesAndValues);
  }
}
