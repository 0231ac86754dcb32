package org.coptest.probes.passwords.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coptest.probes.passwords.preset.Samples.facts;
import static org.coptest.probes.passwords.preset.Samples.identity;
import static org.coptest.probes.passwords.preset.Samples.judge;
import static org.coptest.probes.passwords.preset.Samples.look;
import static org.coptest.probes.passwords.preset.Samples.mechanism;
import static org.coptest.probes.passwords.preset.Samples.sample;
import static org.coptest.probes.passwords.preset.Samples.secret;
import static org.coptest.probes.passwords.preset.Samples.verdict;

import org.coptest.spi.verdict.RowJudgement;
import org.junit.jupiter.api.Test;

class PresetAsDeclaredTest {

  private static RowJudgement judged(Object... facts) throws Exception {
    var sample = sample("cam-a", identity("00:1B:44:8F:3A:1C", "EX-1"), mechanism(facts(facts)));
    return judge(new PresetAsDeclared(), sample, look(new PresetLabels(), sample));
  }

  @Test
  void passesALabelOfTheDeclaredLengthAndCharacters() throws Exception {
    assertThat(verdict(judged("label", secret("kT8wQz4v"), "length", 8, "charset", "A-Za-z2-9")))
        .isEqualTo("PASS");
  }

  @Test
  void failsAnotherLength() throws Exception {
    var row = judged("label", secret("kT8wQz4"), "length", 8, "charset", "A-Za-z2-9");

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason())
        .isEqualTo(
            "the password on the label has 7 characters, but"
                + " ixit.authMech[AuthMech-Web].password.length is 8");
  }

  @Test
  void failsACharacterOutsideTheAlphabet() throws Exception {
    var row = judged("label", secret("kT8wQz0v"), "length", 8, "charset", "A-Za-z2-9");

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("outside the alphabet").doesNotContain("kT8wQz0v");
  }

  @Test
  void aCredentialThatWorksIsNoLabel() throws Exception {
    var works =
        mechanism(
            facts("length", 8, "charset", "A-Z"), "validCredential", Samples.valid("tester-2026"));
    var sample = sample("cam-a", identity("00:1B:44:8F:3A:1C", "EX-1"), works);
    var row = judge(new PresetAsDeclared(), sample, look(new PresetLabels(), sample));

    assertThat(verdict(row)).isEqualTo("PENDING(NEEDS_OPERATOR)");
    assertThat(row.reason()).contains("password.label");
  }

  @Test
  void namesWhatIsNotDeclared() throws Exception {
    assertThat(judged("label", secret("kT8wQz4v"), "charset", "A-Za-z2-9").reason())
        .contains("password.length is not declared");
    assertThat(judged("label", secret("kT8wQz4v"), "length", 8).reason())
        .contains("password.charset is not declared");
    for (var word : new String[] {"z-a", "hex", "alphanumeric"}) {
      assertThat(verdict(judged("label", secret("kT8wQz4v"), "length", 8, "charset", word)))
          .isEqualTo("INCONCLUSIVE(MISSING_INPUT)");
    }
  }
}
