package org.coptest.harness.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coptest.harness.catalogue.DeclaredFixtures.ixit;
import static org.coptest.harness.catalogue.DeclaredFixtures.record;
import static org.coptest.harness.catalogue.DeclaredFixtures.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.catalogue.Condition.All;
import org.coptest.harness.catalogue.Condition.AnyRow;
import org.coptest.harness.catalogue.Condition.Either;
import org.coptest.harness.catalogue.Condition.EveryRow;
import org.coptest.harness.catalogue.Condition.Expression;
import org.coptest.harness.catalogue.Condition.HasRows;
import org.coptest.harness.catalogue.Condition.Not;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.ComMech;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;
import org.coptest.spi.declaration.SoftComp;
import org.coptest.spi.declaration.UpdMech;
import org.coptest.spi.declaration.UpdateConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionEvaluatorTest {

  private static final Expression PASSWORD =
      new AnyRow("authMech", Map.of("factor", new FieldMatch.Is("password")));
  private static final Expression PRESET =
      new AnyRow(
          "authMech",
          Map.of(
              "factor", new FieldMatch.Is("password"),
              "password.origin", new FieldMatch.Is("factory")));

  @Test
  void anAbsentTableIsUnknownAndNamesTheTable() {
    assertThat(evaluate(PASSWORD, ixit()))
        .isEqualTo(new ConditionResult(Truth.UNKNOWN, List.of("ixit.authMech")));
    assertThat(evaluate(new HasRows("updMech"), ixit()).missing()).containsExactly("ixit.updMech");
  }

  @Test
  void anEmptyTableIsExhaustiveAndSoRulesOut() {
    assertThat(evaluate(PASSWORD, ixit(table("authMech"))).rulesOut()).isTrue();
    assertThat(evaluate(new HasRows("updMech"), ixit(table("updMech"))).rulesOut()).isTrue();
  }

  @Test
  void oneMatchingRowIsEnoughEvenBesideAnUnknownOne() {
    var ixit = ixit(table("authMech", mechanism("a", Map.of()), password("b", Map.of())));

    assertThat(evaluate(PASSWORD, ixit)).isEqualTo(new ConditionResult(Truth.TRUE, List.of()));
  }

  @Test
  void aRowThatDoesNotSayKeepsItUnknownAndIsNamed() {
    var ixit = ixit(table("authMech", mechanism("a", Map.of()), key("b")));

    var result = evaluate(PASSWORD, ixit);

    assertThat(result.truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(result.rulesOut()).isFalse();
    assertThat(result.missing()).containsExactly("ixit.authMech[a].factor");
  }

  @Test
  void aFieldThatContradictsDecidesTheRowWhateverElseIsMissing() {
    assertThat(evaluate(PRESET, ixit(table("authMech", key("a")))).rulesOut()).isTrue();
  }

  @Test
  void aMissingParentIsAMissingField() {
    var ixit = ixit(table("authMech", password("a", Map.of())));

    assertThat(evaluate(PRESET, ixit).missing())
        .containsExactly("ixit.authMech[a].password.origin");
  }

  @Test
  void nestedFieldsAreRead() {
    var facts = record(PasswordFacts.class, Map.of("origin", PasswordOrigin.FACTORY));
    var ixit = ixit(table("authMech", password("a", Map.of("password", facts))));

    assertThat(evaluate(PRESET, ixit).truth()).isEqualTo(Truth.TRUE);
  }

  @Test
  void everyNeedsRowsAndAllOfThem() {
    var every = new EveryRow("comMech", Map.of("constrained", new FieldMatch.Is("true")));

    assertThat(evaluate(every, ixit(table("comMech"))).truth()).isEqualTo(Truth.FALSE);
    assertThat(evaluate(every, links(true, true)).truth()).isEqualTo(Truth.TRUE);
    assertThat(evaluate(every, links(true, false)).truth()).isEqualTo(Truth.FALSE);
    assertThat(evaluate(every, ixit()).truth()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void emptyTellsAnEmptyListFromAnAbsentOne() {
    var without = new AnyRow("softComp", Map.of("updateMechs", new FieldMatch.Empty(true)));

    assertThat(evaluate(without, components(Map.of("updateMechs", List.of()))).truth())
        .isEqualTo(Truth.TRUE);
    assertThat(evaluate(without, components(Map.of("updateMechs", List.of("Ota")))).truth())
        .isEqualTo(Truth.FALSE);
    assertThat(evaluate(without, components(Map.of())).truth()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void keysAreSpelledAsInTargetsYaml() {
    var config = record(UpdateConfig.class, Map.of("byDefault", "enabled"));
    var row = record(UpdMech.class, Map.of("id", "Ota", "config", config));
    var on = new AnyRow("updMech", Map.of("config.default", new FieldMatch.Is("enabled")));

    assertThat(evaluate(on, ixit(table("updMech", row))).truth()).isEqualTo(Truth.TRUE);
  }

  @ParameterizedTest
  @CsvSource({
    "TRUE, TRUE, TRUE, TRUE",
    "TRUE, FALSE, FALSE, TRUE",
    "TRUE, UNKNOWN, UNKNOWN, TRUE",
    "FALSE, FALSE, FALSE, FALSE",
    "FALSE, UNKNOWN, FALSE, UNKNOWN",
    "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
  })
  void combinesTruthsAsKleeneDid(Truth left, Truth right, Truth all, Truth either) {
    assertThat(Truth.all(List.of(left, right))).isEqualTo(all);
    assertThat(Truth.all(List.of(right, left))).isEqualTo(all);
    assertThat(Truth.any(List.of(left, right))).isEqualTo(either);
    assertThat(Truth.any(List.of(right, left))).isEqualTo(either);
  }

  @Test
  void notKeepsUnknownUnknownAndItsPath() {
    assertThat(evaluator().evaluate("no-password", ixit()))
        .isEqualTo(new ConditionResult(Truth.UNKNOWN, List.of("ixit.authMech")));
    assertThat(evaluator().evaluate("no-password", ixit(table("authMech", key("a")))).truth())
        .isEqualTo(Truth.TRUE);
  }

  @Test
  void combinationsNameOnlyWhatWouldSettleThem() {
    var declared = ixit(table("authMech"));

    assertThat(evaluator().evaluate("both", declared).missing()).isEmpty();
    assertThat(evaluator().evaluate("one", declared).missing()).containsExactly("ixit.updMech");
  }

  @Test
  void refusesANameThatIsNotThere() {
    assertThatThrownBy(() -> evaluator().evaluate("nonsense", ixit()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nonsense");
  }

  private static ConditionResult evaluate(Expression expression, Ixit ixit) {
    return new ConditionEvaluator(List.of(condition("it", expression))).evaluate("it", ixit);
  }

  private static ConditionEvaluator evaluator() {
    return new ConditionEvaluator(
        List.of(
            condition("password", PASSWORD),
            condition("updates", new HasRows("updMech")),
            condition("no-password", new Not("password")),
            condition("both", new All(List.of("password", "updates"))),
            condition("one", new Either(List.of("password", "updates")))));
  }

  private static Condition condition(String id, Expression expression) {
    return new Condition(id, Optional.empty(), "for the test", expression);
  }

  private static AuthMech mechanism(String id, Map<String, ?> given) {
    var all = new HashMap<String, Object>(given);
    all.put("id", id);
    return record(AuthMech.class, all);
  }

  private static AuthMech password(String id, Map<String, ?> given) {
    var all = new HashMap<String, Object>(given);
    all.put("factor", Factor.PASSWORD);
    return mechanism(id, all);
  }

  private static AuthMech key(String id) {
    return mechanism(id, Map.of("factor", Factor.KEY));
  }

  private static Ixit links(boolean first, boolean second) {
    return ixit(
        table(
            "comMech",
            record(ComMech.class, Map.of("constrained", first)),
            record(ComMech.class, Map.of("constrained", second))));
  }

  private static Ixit components(Map<String, ?> given) {
    return ixit(table("softComp", record(SoftComp.class, given)));
  }
}
