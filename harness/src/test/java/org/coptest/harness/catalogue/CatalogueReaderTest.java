package org.coptest.harness.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coptest.harness.yaml.ConfigurationProblemsException;
import org.coptest.harness.yaml.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReaderTest {

  private static final String CONDITIONS =
      """
      conditions:
        - id: passwords-used
          meaning: a password takes part in some login
          table: authMech
          any: {factor: password}
      """;
  private static final String SUITE =
      """
      guideline: "5.1"
      order: 1
      title: No universal default passwords
      meaning: nobody knows the password of all devices
      provisions:
        - id: "5.1-1"
          title: Passwords are unique
          status: M
          condition: passwords-used
          purpose: show it
          cases:
            - id: "5.1-1-1"
              kind: functional
              purpose: show it on the device
              units:
                - id: a
                  purpose: no default password is accepted
                  means: network
                  probes: [passwords.look]
                  rule: passwords.none
                  values: {policy: pw, requires: [ixit.one, ixit.two]}
                - id: b
                  purpose: the label is unique
                  means: person
                  reason: somebody has to read the label
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeASmallCatalogue() throws IOException {
    Files.createDirectory(folder.resolve("policies"));
    write("catalogue.yaml", "id: small\ntitle: A small catalogue\n");
    write("conditions.yaml", CONDITIONS);
    write(
        "policies/pw.yaml",
        """
        id: pw
        version: 1
        effective: 2026-01-31
        source: a document
        lines:
          - {id: pw/1, topic: pw.length, values: [short], stance: forbid, cites: section 1}
        """);
    write("01-passwords.yaml", SUITE);
  }

  @Test
  void readsEverythingThatIsWritten() {
    var catalogue = CatalogueReader.read(folder);

    var unit = catalogue.units().get(0);
    assertThat(catalogue.id()).isEqualTo("small");
    assertThat(catalogue.cases().get(0).unitId(unit)).isEqualTo("5.1-1-1 a");
    assertThat(unit.probed()).isTrue();
    assertThat(unit.rule()).contains("passwords.none");
    assertThat(unit.values().text("policy")).isEqualTo("pw");
    assertThat(unit.values().list("requires")).containsExactly("ixit.one", "ixit.two");
    assertThat(catalogue.units().get(1).reason()).contains("somebody has to read the label");
    assertThat(catalogue.policies().named("pw").line("pw.length", "short")).isPresent();
    assertThat(catalogue.provision("5.1-1").orElseThrow().condition()).contains("passwords-used");
  }

  @Test
  void digestFollowsTheContentOfEveryFile() throws IOException {
    var before = CatalogueReader.read(folder).sha256();

    assertThat(CatalogueReader.read(folder).sha256()).isEqualTo(before).matches("[0-9a-f]{64}");
    change("policies/pw.yaml", "section 1", "section 2");
    assertThat(CatalogueReader.read(folder).sha256()).isNotEqualTo(before);
  }

  @Test
  void anUnknownKeyIsNamedWithItsPlaceAndTheNearestKey() throws IOException {
    change("01-passwords.yaml", "means: person", "meens: person");

    var file = folder.resolve("01-passwords.yaml");
    assertThat(problems().get(1).text())
        .startsWith(file + ":24:13: unknown key \"meens\"")
        .contains("did you mean \"means\"?");
  }

  @Test
  void allFilesAreReadBeforeProblemsAreTold() throws IOException {
    change("conditions.yaml", "table: authMech", "table: authMeck");
    change("policies/pw.yaml", "stance: forbid", "stance: forbit");
    change("01-passwords.yaml", "kind: functional", "kind: practical");

    assertThat(problems())
        .extracting(problem -> Path.of(problem.at().file()).getFileName().toString())
        .contains("conditions.yaml", "pw.yaml", "01-passwords.yaml");
  }

  @Test
  void aConditionNamesATableAndKeysOfTheDeclaration() throws IOException {
    change("conditions.yaml", "any: {factor: password}", "any: {factr: password}");

    assertThat(problems().get(0).text())
        .contains("conditions.yaml:5:18", "unknown key \"factr\"", "did you mean \"factor\"?");
  }

  @Test
  void aConditionAsksExactlyOneQuestion() throws IOException {
    change("conditions.yaml", "table: authMech", "not: passwords-used\n    table: authMech");

    assertThat(messages()).anyMatch(it -> it.contains("needs exactly one question"));
  }

  @Test
  void aConditionCannotDependOnItself() throws IOException {
    write("conditions.yaml", CONDITIONS + "  - {id: loop, meaning: none, not: loop}\n");

    assertThat(messages()).containsExactly("no condition \"loop\" stands above this one");
  }

  @Test
  void aConditionAsksForAWordAndNothingElse() throws IOException {
    change("conditions.yaml", "factor: password", "factor: [password]");

    assertThat(messages()).anyMatch(it -> it.contains("expected a word"));
  }

  @Test
  void namesOfConditionsAndPoliciesAreChecked() throws IOException {
    change("01-passwords.yaml", "condition: passwords-used", "condition: passwords-use");
    change("01-passwords.yaml", "policy: pw", "policy: pv");

    assertThat(problems())
        .extracting(Problem::text)
        .anyMatch(it -> it.contains(":9:16: there is no condition \"passwords-use\""))
        .anyMatch(it -> it.contains("expected the id of a policy"));
  }

  @Test
  void aUnitWithoutRuleAndReasonIsRefused() throws IOException {
    change("01-passwords.yaml", "            reason: somebody has to read the label\n", "");

    assertThat(messages()).containsExactly("unit \"b\" has neither a rule nor a reason");
  }

  @Test
  void aUnitWithRuleAndReasonIsRefused() throws IOException {
    change("01-passwords.yaml", "rule: passwords.none", "rule: x.y\n            reason: none");

    assertThat(messages()).containsExactly("unit \"a\" has both a rule and a reason");
  }

  @Test
  void aNetworkUnitNeedsARuleWithProbes() throws IOException {
    change("01-passwords.yaml", "            probes: [passwords.look]\n", "");

    assertThat(messages())
        .containsExactly("unit \"a\" is decided over the network, but has no rule with probes");
  }

  @Test
  void aPersonDecidesWithoutARule() throws IOException {
    change("01-passwords.yaml", "means: network", "means: person");

    assertThat(messages())
        .containsExactly("unit \"a\" has a rule, but its means say that none decides it");
  }

  @Test
  void idsFitTheirPlaceAndLettersHaveNoGap() throws IOException {
    change("01-passwords.yaml", "id: \"5.1-1-1\"", "id: \"5.2-1-1\"");
    change("01-passwords.yaml", "- id: b", "- id: c");

    assertThat(messages())
        .containsExactly(
            "test case \"5.2-1-1\": expected an id like \"5.1-1-1\"",
            "unit \"c\" of test case 5.2-1-1: expected id \"b\"");
  }

  @Test
  void nothingIsDeclaredTwice() throws IOException {
    write("02-again.yaml", SUITE);

    assertThat(messages())
        .anyMatch(it -> it.startsWith("duplicate guideline 5.1, first at"))
        .anyMatch(it -> it.startsWith("duplicate provision 5.1-1, first at"))
        .anyMatch(it -> it.startsWith("duplicate test case 5.1-1-1, first at"));
  }

  @Test
  void aFileThatNobodyWouldReadIsAProblem() throws IOException {
    write("1-typo.yaml", SUITE);

    assertThat(messages()).containsExactly("is not the name of a suite file");
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    assertThatThrownBy(() -> CatalogueReader.read(folder.resolve("nowhere")))
        .isInstanceOf(ConfigurationProblemsException.class)
        .hasMessageContaining("nowhere");
  }

  private List<String> messages() {
    return problems().stream().map(Problem::message).toList();
  }

  private List<Problem> problems() {
    return catchThrowableOfType(
            ConfigurationProblemsException.class, () -> CatalogueReader.read(folder))
        .problems();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void change(String name, String from, String to) throws IOException {
    var text = Files.readString(folder.resolve(name));
    assertThat(text).contains(from);
    write(name, text.replace(from, to));
  }
}
