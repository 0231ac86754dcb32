package org.coptest.probes.passwords.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coptest.probes.passwords.preset.Samples.facts;
import static org.coptest.probes.passwords.preset.Samples.judge;
import static org.coptest.probes.passwords.preset.Samples.look;
import static org.coptest.probes.passwords.preset.Samples.mechanism;
import static org.coptest.probes.passwords.preset.Samples.verdict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.coptest.probes.testing.Declared;
import org.coptest.spi.Criteria;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.BruteForce;
import org.coptest.spi.declaration.BruteForceKind;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.declaration.LoginEndpoint;
import org.coptest.spi.declaration.Origin;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.RowJudgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetPatternTest {
  private static final PresetNoPattern RULE = new PresetNoPattern();
  private static final Map<String, List<String>> VALUES =
      Map.of("bits", List.of("60"), "bits-behind-lock-out", List.of("19.9"));
  private final Random random = new Random(11);
  @TempDir private Path folder;

  private String drawn(int length, String symbols) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(symbols.charAt(random.nextInt(symbols.length())));
    }
    return text.toString();
  }

  private String drawn(int length) {
    return drawn(length, Charset.parse("0-9A-Za-z").orElseThrow().symbols());
  }

  private String csv(int count, IntFunction<String> label) throws Exception {
    var lines = new StringBuilder("serial,password\n");
    for (int i = 0; i < count; i++) {
      lines.append("EX-%05d,%s\n".formatted(20_417 + 13 * i, label.apply(i)));
    }
    Files.writeString(folder.resolve("labels.csv"), lines);
    return "labels.csv";
  }

  private Target device(Object[] facts, Object... mechanism) {
    var all =
        new ArrayList<Object>(
            List.of(
                "network",
                true,
                "endpoint",
                Declared.row(LoginEndpoint.class, "interfaceId", "LogIntf-Web"),
                "bruteForce",
                Declared.row(BruteForce.class, "kind", BruteForceKind.ENTROPY)));
    all.addAll(Arrays.asList(mechanism));
    all.addAll(List.of("at", new Origin(folder.resolve("targets.yaml").toString(), 7, 5)));
    AuthMech row = mechanism(facts(facts), all.toArray());
    return Declared.target(
        "id",
        "cam-a",
        "ixit",
        Declared.ixit(
            "authMech",
            List.of(row),
            "logIntf",
            List.of(Declared.row(LogIntf.class, "id", "LogIntf-Web", "remote", true))));
  }

  private RowJudgement judged(Target device) throws Exception {
    return judge(RULE, Declared.criteria(device, VALUES), look(new PresetPattern(), device));
  }

  private RowJudgement labels(int length, String charset, String file) throws Exception {
    return judged(device(new Object[] {"length", length, "charset", charset, "labels", file}));
  }

  @Test
  void passesLabelsDrawnAtRandom() throws Exception {
    var row = labels(12, "0-9A-Za-z", csv(200, i -> drawn(12)));

    assertThat(verdict(row)).isEqualTo("PASS");
    assertThat(row.reason()).contains("71.5 bits", "200 labels", "never prove");
  }

  @Test
  void passesThirtyLabelsDrawnAtRandom() throws Exception {
    assertThat(verdict(labels(12, "0-9A-Za-z", csv(30, i -> drawn(12))))).isEqualTo("PASS");
  }

  @Test
  void failsACounterBeforeRandomCharacters() throws Exception {
    var row = labels(20, "0-9A-Za-z", csv(60, i -> "%04d".formatted(311 + i) + drawn(16)));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("of the labels: counts up from device to device");
  }

  @Test
  void failsACounterThatSkipsWithTheSerialNumber() throws Exception {
    var row = labels(16, "0-9A-Za-z", csv(40, i -> drawn(10) + "%06d".formatted(900_417 + 13 * i)));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("cases");
  }

  @Test
  void failsWhenAYearOfThreeValuesLeavesTooFewBits() throws Exception {
    // Every character after the year is evenly drawn, so a mean over the positions shows nothing.
    var row = labels(12, "0-9A-Za-z", csv(300, i -> 2021 + random.nextInt(3) + drawn(8)));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("49.", "by its labels", "at least 60 bits");
  }

  @Test
  void leavesAYearToAnAssessorWhenEnoughBitsRemain() throws Exception {
    var row = labels(16, "0-9A-Za-z", csv(300, i -> 2021 + random.nextInt(3) + drawn(12)));

    assertThat(verdict(row)).isEqualTo("PENDING(NEEDS_ASSESSOR)");
    assertThat(row.reason()).contains("positions [1, 2, 3, 4]");
  }

  @Test
  void leavesCommonWordsToAnAssessor() throws Exception {
    var row =
        labels(
            18,
            "0-9A-Za-z",
            csv(300, i -> i % 30 == 0 ? drawn(i / 30) + "admin" + drawn(13 - i / 30) : drawn(18)));

    assertThat(verdict(row)).isEqualTo("PENDING(NEEDS_ASSESSOR)");
    assertThat(row.reason()).contains("hold a common word");
  }

  @Test
  void leavesRepeatedAndForeignLabelsToAnAssessor() throws Exception {
    var few = List.of(drawn(12), drawn(12), drawn(12), drawn(12));
    assertThat(labels(12, "0-9A-Za-z", csv(60, i -> i < 8 ? few.get(i % 4) : drawn(12))).reason())
        .contains("4 labels repeat a password");
    assertThat(labels(12, "0-9A-Za-z", csv(60, i -> i == 5 ? "short#" : drawn(12))).reason())
        .contains("6 to 12 characters, and 1 have one outside");
  }

  @Test
  void failsFewerThanTenThousandValuesByDeclaration() throws Exception {
    var row = judged(device(new Object[] {"length", 3, "charset", "0-9"}, "network", false));

    assertThat(verdict(row)).isEqualTo("FAIL");
    assertThat(row.reason()).contains("10.0 bits by declaration", "at least 10^4 values");
    assertThat(
            verdict(judged(device(new Object[] {"length", 4, "charset", "0-9"}, "network", false))))
        .isEqualTo("INCONCLUSIVE(MISSING_INPUT)");
  }

  @Test
  void failsTooFewBitsWhereNothingSlowsGuessingFromOutside() throws Exception {
    assertThat(verdict(judged(device(new Object[] {"length", 8, "charset", "0-9"}))))
        .isEqualTo("FAIL");
    assertThat(verdict(judged(device(new Object[] {"length", 4, "charset", "0-9"}))))
        .isEqualTo("FAIL");
  }

  @Test
  void takesSixDigitsBehindALockOutForEnough() throws Exception {
    var kind = Declared.row(BruteForce.class, "kind", BruteForceKind.LOCKOUT);

    assertThat(
            verdict(
                judged(device(new Object[] {"length", 6, "charset", "0-9"}, "bruteForce", kind))))
        .isEqualTo("INCONCLUSIVE(MISSING_INPUT)");
    assertThat(
            verdict(
                judged(device(new Object[] {"length", 5, "charset", "0-9"}, "bruteForce", kind))))
        .isEqualTo("FAIL");
  }

  @Test
  void doesNotTakeADeclaredLockOutForAMeasuredOne() throws Exception {
    var row =
        judged(
            device(
                new Object[] {
                  "length", 8, "charset", "0-9", "labels", csv(100, i -> drawn(8, "0123456789"))
                },
                "bruteForce",
                Declared.row(BruteForce.class, "kind", BruteForceKind.LOCKOUT)));

    assertThat(verdict(row)).isEqualTo("INCONCLUSIVE(COVERAGE_PARTIAL)");
    assertThat(row.reason()).contains("26.6 bits", "has not been measured");
  }

  @Test
  void isConceptualOnlyWithoutEnoughLabels() throws Exception {
    var without = judged(device(new Object[] {"length", 12, "charset", "0-9A-Za-z"}));
    assertThat(verdict(without)).isEqualTo("INCONCLUSIVE(MISSING_INPUT)");
    assertThat(without.reason()).contains("password.labels", "conceptual only");

    var few = labels(12, "0-9A-Za-z", csv(29, i -> drawn(12)));
    assertThat(verdict(few)).isEqualTo("INCONCLUSIVE(MISSING_INPUT)");
    assertThat(few.reason()).contains("has 29 labels");

    assertThat(judged(device(new Object[0])).reason()).contains("password.length");
    assertThat(judged(device(new Object[] {"length", 12})).reason()).contains("password.charset");
  }

  @Test
  void papersAreRefutedInTheirOwnAspectOnly() throws Exception {
    var counting =
        device(
            new Object[] {
              "length",
              20,
              "charset",
              "0-9A-Za-z",
              "labels",
              csv(60, i -> "%04d".formatted(311 + i) + drawn(16))
            });
    var seen = look(new PresetPattern(), counting);

    assertThat(verdict(judge(RULE, papers(counting, "regularity"), seen))).isEqualTo("FAIL");
    assertThat(verdict(judge(RULE, papers(counting, "words"), seen)))
        .isEqualTo("PENDING(NEEDS_ASSESSOR)");
    assertThat(verdict(judge(RULE, papers(counting, "strength"), seen)))
        .isEqualTo("PENDING(NEEDS_ASSESSOR)");
  }

  private static Criteria papers(Target target, String aspect) {
    return Samples.papers(
        target,
        "ixit.authMech[factor=password].password.generation",
        "aspects",
        aspect,
        "bits",
        "60",
        "bits-behind-lock-out",
        "19.9");
  }

  @Test
  void recordsNoLabel() throws Exception {
    var all = new ArrayList<String>();
    var file =
        csv(
            40,
            i -> {
              all.add(drawn(12));
              return all.getLast();
            });
    var seen =
        look(
            new PresetPattern(),
            device(new Object[] {"length", 12, "charset", "0-9A-Za-z", "labels", file}));

    assertThat(all).noneMatch(label -> seen.toString().contains(label));
    assertThat(seen.control().held()).isTrue();
    assertThat(seen.mechanisms().getFirst().labels().orElseThrow().hamming().orElseThrow().mean())
        .isBetween(11.0, 12.0);
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws Exception {
    Files.writeString(folder.resolve("labels.csv"), "serial,password\nEX-1,a,b\n");
    var device =
        device(new Object[] {"length", 12, "charset", "0-9A-Za-z", "labels", "labels.csv"});

    assertThatThrownBy(() -> look(new PresetPattern(), device))
        .isInstanceOf(LabelsUnreadableException.class)
        .hasMessage("labels.csv:2: found 3 fields, expected 2");
  }

  @Test
  void aRandomDrawIsHardlyEverCalledACounter() {
    var charset = Charset.parse("0-9").orElseThrow();
    int called = 0;
    for (int round = 0; round < 300; round++) {
      var labels = new ArrayList<ProductionLabel>();
      for (int i = 0; i < 40; i++) {
        labels.add(new ProductionLabel("%04d".formatted(i), drawn(6, "0123456789")));
      }
      called += new LabelExamination(labels, charset).counter().isPresent() ? 1 : 0;
    }

    assertThat(called).isZero();
  }
}
