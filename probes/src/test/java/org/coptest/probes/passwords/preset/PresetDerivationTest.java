package org.coptest.probes.passwords.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coptest.probes.passwords.preset.Samples.facts;
import static org.coptest.probes.passwords.preset.Samples.identity;
import static org.coptest.probes.passwords.preset.Samples.judge;
import static org.coptest.probes.passwords.preset.Samples.look;
import static org.coptest.probes.passwords.preset.Samples.mechanism;
import static org.coptest.probes.passwords.preset.Samples.papers;
import static org.coptest.probes.passwords.preset.Samples.sample;
import static org.coptest.probes.passwords.preset.Samples.secret;
import static org.coptest.probes.passwords.preset.Samples.verdict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.coptest.probes.testing.Declared;
import org.coptest.spi.declaration.Identity;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.RowJudgement;
import org.junit.jupiter.api.Test;

class PresetDerivationTest {
  private static final Identity A = identity("00:1B:44:8F:3A:1C", "EX-2041177");
  private static final Identity B = identity("00:1B:44:C2:07:E9", "EX-2053860");
  private static final PresetNotDerived RULE = new PresetNotDerived();

  private static Target labelled(String id, Identity identity, String label, String... others) {
    return sample(id, identity, mechanism(facts("label", secret(label))), others);
  }

  private static RowJudgement one(String label) throws Exception {
    var sample = labelled("cam-a", A, label);
    return judge(RULE, sample, look(new PresetDerivation(), sample));
  }

  private static RowJudgement two(Function<Identity, String> labels) throws Exception {
    return two(labels.apply(A), labels.apply(B));
  }

  private static RowJudgement two(String ofA, String ofB) throws Exception {
    var a = labelled("cam-a", A, ofA, "cam-b");
    var b = labelled("cam-b", B, ofB);
    return judge(RULE, a, look(new SamplesDerivation(), a, b));
  }

  private static String mac(Identity identity) {
    return identity.mac().orElseThrow().getFirst().replace(":", "");
  }

  private static String serial(Identity identity) {
    return identity.serial().orElseThrow();
  }

  private static String hash(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void passesRandomPasswordsOfTwoSamplesAndSaysHowMany() throws Exception {
    var row = two("kT8wQz4vNp2R", "Zh5rXb9mLs7J");

    assertThat(verdict(row)).isEqualTo("PASS");
    assertThat(row.reason()).contains("on 2 samples", "never prove", "mac-1, serial");
  }

  @Test
  void believesTheLookAtTwoSamplesBeforeTheLookAtOne() throws Exception {
    var a = labelled("cam-a", A, mac(A).substring(6), "cam-b");
    var b = labelled("cam-b", B, mac(B).substring(6));

    assertThat(
            verdict(
                judge(
                    RULE, a, look(new PresetDerivation(), a), look(new SamplesDerivation(), a, b))))
        .isEqualTo("FAIL");
  }

  @Test
  void failsTheLastSixDigitsOfTheMac() throws Exception {
    var row = two(identity -> mac(identity).substring(6));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("mac-1.", "of all 2 samples", "probability");
  }

  @Test
  void failsAHashOfTheSerialNumber() throws Exception {
    var row = two(identity -> hash("SHA-1", serial(identity)).substring(0, 8));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("sha1(serial.raw).hex[0..8]");
  }

  @Test
  void failsTheNeighbouringMacOfTheOtherInterface() throws Exception {
    var row =
        two(identity ->
            "%012x".formatted(Long.parseLong(mac(identity), 16) + 1).toUpperCase(Locale.ROOT));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("mac-1+1.");
  }

  @Test
  void failsRulesThatMakersWereSeenToUse() throws Exception {
    assertThat(verdict(two(id -> new StringBuilder(mac(id)).reverse().toString())))
        .isEqualTo("FAIL");
    assertThat(verdict(two(id -> "CAM-1" + mac(id).substring(8).toLowerCase(Locale.ROOT))))
        .isEqualTo("FAIL");
    assertThat(verdict(two(id -> hash("MD5", mac(id).toLowerCase(Locale.ROOT)).substring(20))))
        .isEqualTo("FAIL");
    assertThat(verdict(two(id -> hash("SHA-256", serial(id).substring(4)).substring(3, 13))))
        .isEqualTo("FAIL");
    assertThat(verdict(two(id -> String.valueOf(Long.parseLong(mac(id), 16))))).isEqualTo("FAIL");
    assertThat(verdict(two(id -> serial(id).substring(3) + "2024"))).isEqualTo("FAIL");
  }

  @Test
  void failsBytesOfADigestTakenModuloTheAlphabet() throws Exception {
    Function<Identity, Target> made =
        identity -> {
          var text = new StringBuilder();
          for (byte b : HexFormat.of().parseHex(hash("MD5", serial(identity)))) {
            text.append("ABCDEFGHJKLMNPQRSTUVWXYZ".charAt((b & 0xff) % 24));
          }
          return sample(
              "cam-" + serial(identity).toLowerCase(Locale.ROOT),
              identity,
              mechanism(facts("label", secret(text.toString()), "charset", "A-HJ-NP-Z")));
        };
    var a = made.apply(A);
    var row = judge(RULE, a, look(new PresetDerivation(), a));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("md5(serial.raw).charset-mod", "of sample cam-ex-2041177");
  }

  @Test
  void failsOneSampleWhenChanceCannotExplainTheMatch() throws Exception {
    var row = one(mac(A).toLowerCase(Locale.ROOT));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(((RowJudgement.Fail) row).finding().declaredAt()).isEqualTo("targets.yaml:1:1");
    assertThat(((RowJudgement.Fail) row).finding().reproduce()).contains("mac-1", "coptest run");
  }

  @Test
  void asksForAnotherSampleWhenOneSampleMatchesAsItMayByChance() throws Exception {
    var row = one(mac(A).substring(6));

    assertThat(verdict(row)).isEqualTo("INCONCLUSIVE(NEEDS_SECOND_SAMPLE)");
    assertThat(row.reason()).contains("mac-1.", "by chance with probability");
  }

  @Test
  void takesAShortPinThatMeetsSomeHashForNoProof() throws Exception {
    // Both meet hundreds of digests by chance; none of the rules gives both.
    var row = two("4821", "9067");

    assertThat(verdict(row)).isEqualTo("INCONCLUSIVE(NEEDS_SECOND_SAMPLE)");
    assertThat(row.reason()).contains("by chance");
  }

  @Test
  void failsAShortPinThatIsTheEndOfEverySerialNumber() throws Exception {
    var row = two(identity -> serial(identity).substring(6));

    assertThat(verdict(row)).isEqualTo("FAIL");
  }

  @Test
  void asksForAnotherSampleWhenThePasswordHoldsAPieceOfAnIdentifier() throws Exception {
    var row = two("xK9w8F3A1zQp", "Zh5rXb9mLs7J");

    assertThat(verdict(row)).isEqualTo("INCONCLUSIVE(NEEDS_SECOND_SAMPLE)");
    assertThat(row.reason()).contains("shares 5 characters with mac-1.");
  }

  @Test
  void oneSampleIsNotEnough() throws Exception {
    assertThat(verdict(one("kT8wQz4vNp2R"))).isEqualTo("INCONCLUSIVE(NEEDS_SECOND_SAMPLE)");
  }

  @Test
  void tellsWhatIsNotDeclared() throws Exception {
    var bare = sample("cam-a", Declared.row(Identity.class), mechanism(facts()));
    var row = judge(RULE, bare, look(new PresetDerivation(), bare));
    assertThat(verdict(row)).isEqualTo("INCONCLUSIVE(MISSING_INPUT)");
    assertThat(row.reason()).contains("ixit.authMech[AuthMech-Web].password.label");

    var nameless = labelled("cam-a", Declared.row(Identity.class), "kT8wQz4vNp2R");
    var second = judge(RULE, nameless, look(new PresetDerivation(), nameless));
    assertThat(verdict(second)).isEqualTo("INCONCLUSIVE(MISSING_INPUT)");
    assertThat(second.reason()).contains("identity.mac and identity.serial");
  }

  @Test
  void leavesAnUnclearGenerationToAnAssessor() throws Exception {
    var generation = facts("label", secret("kT8wQz4vNp2R"), "generation", "by the usual tool");
    var a = sample("cam-a", A, mechanism(generation), "cam-b");
    var b = labelled("cam-b", B, "Zh5rXb9mLs7J");

    assertThat(verdict(judge(RULE, a, look(new SamplesDerivation(), a, b))))
        .isEqualTo("PENDING(NEEDS_ASSESSOR)");
  }

  @Test
  void saysSoWhenItWasCutShort() throws Exception {
    var sample = labelled("cam-a", A, "kT8wQz4vNp2R");
    var limits = new DerivationSearch.Limits(5_000, Duration.ofSeconds(60));
    var row = judge(RULE, sample, look(new PresetDerivation(limits), sample));

    assertThat(verdict(row)).isEqualTo("INCONCLUSIVE(BUDGET_EXHAUSTED)");
  }

  @Test
  void endsWhenItsTimeIsOver() throws Exception {
    var sample = labelled("cam-a", A, "kT8wQz4vNp2R");
    var limits = new DerivationSearch.Limits(50_000_000, Duration.ZERO);

    assertThat(
            look(new PresetDerivation(limits), sample)
                .mechanisms()
                .getFirst()
                .searches()
                .getFirst()
                .hashes())
        .isLessThan(10_000);
  }

  @Test
  void aPasswordOfTheUserIsNotPreset() throws Exception {
    var chosen = facts("origin", PasswordOrigin.USER, "label", secret(serial(A)));
    var sample = sample("cam-a", A, mechanism(chosen));

    assertThat(look(new PresetDerivation(), sample).mechanisms()).isEmpty();
    assertThat(verdict(judge(RULE, sample, look(new PresetDerivation(), sample))))
        .isEqualTo("PENDING(NEEDS_ASSESSOR)");
  }

  @Test
  void usesTheLabelWhereAnotherPasswordWorksToday() throws Exception {
    var changed =
        mechanism(facts("label", secret("kT8wQz4vNp2R")), "validCredential", Samples.valid(mac(A)));
    var sample = sample("cam-a", A, changed);
    var search = look(new PresetDerivation(), sample).mechanisms().getFirst().searches().getFirst();

    assertThat(search.source()).isEqualTo(PresetSource.LABEL);
    assertThat(search.match()).isEmpty();
  }

  @Test
  void papersStayWithTheAssessorUnlessTheyAreRefuted() throws Exception {
    var path = "ixit.authMech[factor=password].password.derivedFrom";
    var good = labelled("cam-a", A, "kT8wQz4vNp2R");
    var row = judge(RULE, papers(good, path), look(new PresetDerivation(), good));
    assertThat(verdict(row)).isEqualTo("PENDING(NEEDS_ASSESSOR)");
    assertThat(((RowJudgement.Undecided) row).prepared()).isPresent();

    var bad = labelled("cam-a", A, mac(A));
    assertThat(verdict(judge(RULE, papers(bad, path), look(new PresetDerivation(), bad))))
        .isEqualTo("FAIL");

    var doubtful = labelled("cam-a", A, mac(A).substring(6));
    var third = judge(RULE, papers(doubtful, path), look(new PresetDerivation(), doubtful));
    assertThat(verdict(third)).isEqualTo("PENDING(NEEDS_ASSESSOR)");
    assertThat(((RowJudgement.Undecided) third).prepared()).isEmpty();

    var silent =
        sample(
            "cam-a",
            A,
            mechanism(Declared.row(PasswordFacts.class, "origin", PasswordOrigin.FACTORY)));
    assertThat(verdict(judge(RULE, papers(silent, path), look(new PresetDerivation(), silent))))
        .isEqualTo("INCONCLUSIVE(MISSING_INPUT)");
  }

  @Test
  void recordsNoPassword() throws Exception {
    var secret = "kT8wQz4vNp2R";
    var sample = labelled("cam-a", A, secret);
    var seen = look(new PresetDerivation(), sample);

    assertThat(seen.toString()).doesNotContain(secret);
    assertThat(seen.control().held()).isTrue();
    var shape = seen.mechanisms().getFirst().searches().getFirst().shape();
    assertThat(shape.length()).isEqualTo(12);
    assertThat(shape.classes()).isEqualTo("aAd");
    assertThat(shape.fingerprint())
        .hasSize(8)
        .isNotEqualTo(
            look(new PresetDerivation(), sample)
                .mechanisms()
                .getFirst()
                .searches()
                .getFirst()
                .shape()
                .fingerprint());
  }

  @Test
  void staysWithinItsBoundsWhateverIsDeclared() throws Exception {
    var long64 = "x9".repeat(4_000);
    var identity =
        Declared.row(
            Identity.class,
            "mac",
            IntStream.range(0, 300).mapToObj(i -> long64 + i).toList(),
            "serial",
            long64,
            "model",
            "");
    var sample = labelled("cam-a", identity, "kT8wQz4vNp2R");
    var limits = new DerivationSearch.Limits(300_000, Duration.ofSeconds(60));
    var search =
        look(new PresetDerivation(limits), sample).mechanisms().getFirst().searches().getFirst();

    assertThat(search.complete()).isFalse();
    assertThat(search.identifiers()).hasSizeLessThanOrEqualTo(64);
    assertThat(List.of(search.hashes())).allMatch(hashes -> hashes <= 300_001);
  }
}
