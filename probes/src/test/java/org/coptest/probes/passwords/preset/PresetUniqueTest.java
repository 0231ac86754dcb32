package org.coptest.probes.passwords.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coptest.probes.passwords.preset.Samples.WEB;
import static org.coptest.probes.passwords.preset.Samples.facts;
import static org.coptest.probes.passwords.preset.Samples.identity;
import static org.coptest.probes.passwords.preset.Samples.judge;
import static org.coptest.probes.passwords.preset.Samples.look;
import static org.coptest.probes.passwords.preset.Samples.mechanism;
import static org.coptest.probes.passwords.preset.Samples.sample;
import static org.coptest.probes.passwords.preset.Samples.secret;
import static org.coptest.probes.passwords.preset.Samples.valid;
import static org.coptest.probes.passwords.preset.Samples.verdict;

import java.util.List;
import org.coptest.probes.passwords.preset.CrossLogins.Crossing;
import org.coptest.probes.passwords.preset.CrossLogins.Outcome;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Identity;
import org.coptest.spi.declaration.PasswordOrigin;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.RowJudgement;
import org.junit.jupiter.api.Test;

class PresetUniqueTest {
  private static final Identity A = identity("00:1B:44:8F:3A:1C", "EX-2041177");
  private static final Identity B = identity("00:1B:44:C2:07:E9", "EX-2053860");
  private static final PresetDiffers RULE = new PresetDiffers();
  private static final Control HELD =
      new Control("its own is accepted, a random one not", true, "");

  private static Target a(AuthMech mechanism) {
    return sample("cam-a", A, mechanism, "cam-b");
  }

  private static Target b(AuthMech mechanism) {
    return sample("cam-b", B, mechanism);
  }

  private static AuthMech label(String label) {
    return mechanism(facts("label", secret(label)));
  }

  private static RowJudgement compared(Target a, Target b, Crossing... crossings) throws Exception {
    return judge(RULE, a, look(new PresetUnique(), a, b), new CrossLogins(List.of(crossings)));
  }

  private static Crossing crossing(String door, String of, Outcome outcome, String... transcripts) {
    return new Crossing(
        WEB,
        door,
        of,
        outcome,
        List.of(transcripts).stream().map(EvidenceRef::new).toList(),
        HELD,
        "");
  }

  @Test
  void passesDifferentPasswordsThatTheOtherSampleRefuses() throws Exception {
    var row =
        compared(
            a(label("kT8wQz4vNp2R")),
            b(label("Zh5rXb9mLs7J")),
            crossing("cam-a", "cam-b", Outcome.REJECTED, "T-1"),
            crossing("cam-b", "cam-a", Outcome.REJECTED, "T-2"));

    assertThat(verdict(row)).isEqualTo("PASS");
    assertThat(row.reason()).contains("2 samples", "never prove");
  }

  @Test
  void failsEqualLabels() throws Exception {
    var row = compared(a(label("kT8wQz4vNp2R")), b(label("kT8wQz4vNp2R")));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("cam-a and cam-b are equal", "made in the factory");
    assertThat(((RowJudgement.Fail) row).finding().reproduce()).contains("password.label");
  }

  @Test
  void failsEqualCredentialsOfFactoryMechanisms() throws Exception {
    var same = mechanism(facts(), "validCredential", valid("kT8wQz4vNp2R"));

    assertThat(verdict(compared(a(same), b(same)))).isEqualTo("FAIL");
  }

  @Test
  void leavesOutWhatTheTesterSetOnBoth() throws Exception {
    var chosen =
        mechanism(facts("origin", PasswordOrigin.USER), "validCredential", valid("lab-2026"));
    var row = compared(a(chosen), b(chosen));
    assertThat(verdict(row)).isEqualTo("PENDING(NEEDS_ASSESSOR)");

    var printed =
        compared(
            a(mechanism(facts("label", secret("kT8wQz4v")), "validCredential", valid("lab-2026"))),
            b(mechanism(facts("label", secret("Zh5rXb9m")), "validCredential", valid("lab-2026"))),
            crossing("cam-a", "cam-b", Outcome.REJECTED, "T-1"),
            crossing("cam-b", "cam-a", Outcome.REJECTED, "T-2"));
    assertThat(verdict(printed)).isEqualTo("PASS");
  }

  @Test
  void failsWhenLabelsDifferAndBothWorkOnBoth() throws Exception {
    var row =
        compared(
            a(label("kT8wQz4vNp2R")),
            b(label("Zh5rXb9mLs7J")),
            crossing("cam-a", "cam-b", Outcome.ACCEPTED, "T-1", "T-2"),
            crossing("cam-b", "cam-a", Outcome.ACCEPTED, "T-3", "T-4"));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("cam-a accepted the preset password of cam-b");
    assertThat(row.evidence()).hasSize(2);
  }

  @Test
  void oneAcceptanceIsNoFailure() throws Exception {
    var row =
        compared(
            a(label("kT8wQz4vNp2R")),
            b(label("Zh5rXb9mLs7J")),
            crossing("cam-a", "cam-b", Outcome.ACCEPTED, "T-1", "T-1"));

    assertThat(verdict(row)).isEqualTo("INCONCLUSIVE(CONTROL_FAILED)");
  }

  @Test
  void differentLabelsAloneAreNoPass() throws Exception {
    var one = crossing("cam-a", "cam-b", Outcome.REJECTED, "T-1");
    var silent = crossing("cam-b", "cam-a", Outcome.UNDECIDED, "T-2");
    var row = compared(a(label("kT8wQz4vNp2R")), b(label("Zh5rXb9mLs7J")), one, silent);

    assertThat(verdict(row)).isEqualTo("INCONCLUSIVE(COVERAGE_PARTIAL)");
    assertThat(row.reason()).contains("1 of 2 logins");
  }

  @Test
  void passwordsMadeByARuleAreNoPass() throws Exception {
    var first = a(label("EX-2041177"));
    var second = b(label("EX-2053860"));
    var row =
        judge(
            RULE,
            first,
            look(new PresetUnique(), first, second),
            look(new SamplesDerivation(), first, second),
            new CrossLogins(
                List.of(
                    crossing("cam-a", "cam-b", Outcome.REJECTED, "T-1"),
                    crossing("cam-b", "cam-a", Outcome.REJECTED, "T-2"))));

    assertThat(verdict(row)).isEqualTo("PENDING(NEEDS_ASSESSOR)");
  }

  @Test
  void needsASecondSample() throws Exception {
    var alone = sample("cam-a", A, label("kT8wQz4vNp2R"));

    assertThat(verdict(judge(RULE, alone))).isEqualTo("INCONCLUSIVE(NEEDS_SECOND_SAMPLE)");
    assertThat(new PresetUnique().needs().samples()).isEqualTo(2);
    assertThat(new PresetUnique().needs().network()).isFalse();
  }

  @Test
  void namesTheSampleWhosePasswordIsNotKnown() throws Exception {
    var row = compared(a(label("kT8wQz4vNp2R")), b(mechanism(facts())));
    assertThat(verdict(row)).isEqualTo("INCONCLUSIVE(MISSING_INPUT)");
    assertThat(row.reason()).contains("password.label of sample cam-b");

    var other =
        compared(
            a(label("kT8wQz4vNp2R")),
            b(mechanism(facts("origin", PasswordOrigin.USER, "label", secret("kT8wQz4vNp2R")))));
    assertThat(verdict(other)).isEqualTo("INCONCLUSIVE(MISSING_INPUT)");
    assertThat(other.reason()).contains("sample cam-b declares no");
  }

  @Test
  void papersAreRefutedByEqualLabelsAndByNothingElse() throws Exception {
    var path = "ixit.authMech[factor=password].password.origin";
    var a = a(label("kT8wQz4vNp2R"));
    var equal = look(new PresetUnique(), a, b(label("kT8wQz4vNp2R")));
    var different = look(new PresetUnique(), a, b(label("Zh5rXb9mLs7J")));
    var alone = look(new PresetLabels(), a);

    assertThat(verdict(judge(RULE, Samples.papers(a, path), equal))).isEqualTo("FAIL");
    assertThat(verdict(judge(RULE, Samples.papers(a, path), different)))
        .isEqualTo("PENDING(NEEDS_ASSESSOR)");
    assertThat(verdict(judge(RULE, Samples.papers(a, path), alone)))
        .isEqualTo("PENDING(NEEDS_ASSESSOR)");
  }

  @Test
  void recordsNoPassword() throws Exception {
    var a = a(label("kT8wQz4vNp2R"));
    var b = b(label("kT8wQz4vNp2R"));
    var seen = look(new PresetUnique(), a, b);

    assertThat(seen.toString()).doesNotContain("kT8wQz4vNp2R");
    var shapes =
        seen.mechanisms().getFirst().onSamples().stream()
            .map(one -> one.shape().orElseThrow().fingerprint())
            .toList();
    assertThat(shapes.getFirst()).isEqualTo(shapes.getLast());
  }
}
