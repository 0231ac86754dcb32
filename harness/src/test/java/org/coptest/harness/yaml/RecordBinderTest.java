package org.coptest.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coptest.spi.declaration.Key;
import org.coptest.spi.declaration.Origin;
import org.coptest.spi.declaration.Row;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.declaration.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordBinderTest {
  private final Problems problems = new Problems();

  enum Colour {
    DARK_RED,
    @Key("N/A")
    NONE
  }

  record Inner(Optional<String> text, List<String> words, Origin at) {}

  record Line(String id, Optional<Integer> size, Origin at) implements Row {}

  record Positive(int number) {
    Positive {
      if (number < 1) {
        throw new IllegalArgumentException("number is not positive");
      }
    }
  }

  record Everything(
      @Key(pattern = "[a-z]+") String name,
      Optional<Integer> count,
      Optional<Long> bytes,
      Optional<Boolean> on,
      Optional<Duration> every,
      Optional<LocalDate> until,
      Optional<Colour> colour,
      Optional<List<String>> maybe,
      @Key("default") Optional<String> byDefault,
      List<Inner> list,
      Map<String, Inner> map,
      Inner inner,
      Table<Line> table,
      Optional<Secret> secret,
      Optional<Positive> positive,
      Optional<YamlMap> raw,
      Origin at) {}

  private Optional<Everything> bind(String text) {
    var root = YamlDocument.parse("a.yaml", text.getBytes(StandardCharsets.UTF_8), problems);
    return RecordBinder.bind(root.orElseThrow(), Everything.class, "", problems);
  }

  private String message(String text) {
    bind(text);
    return problems.all().isEmpty()
        ? "none"
        : problems.all().getFirst().text().lines().findFirst().orElseThrow();
  }

  @Test
  void bindsEveryKindOfComponent() {
    var bound =
        bind("""
        name: abc
        count: 12
        bytes: 99999999999
        on: true
        every: PT24H
        until: 2030-12-31
        colour: dark-red
        maybe: []
        default: 1.10
        list: [{text: x}]
        map: {k: {words: [a, b]}}
        inner: {text: null}
        table: [{id: T-1, size: 3}]
        positive: {number: 4}
        raw: {any: thing}
        """)
            .orElseThrow();

    assertThat(problems.isEmpty()).isTrue();
    assertThat(bound.count()).contains(12);
    assertThat(bound.bytes()).contains(99_999_999_999L);
    assertThat(bound.on()).contains(true);
    assertThat(bound.every()).contains(Duration.ofDays(1));
    assertThat(bound.until()).contains(LocalDate.of(2030, 12, 31));
    assertThat(bound.colour()).contains(Colour.DARK_RED);
    assertThat(bound.maybe()).contains(List.of());
    assertThat(bound.byDefault()).contains("1.10");
    assertThat(bound.list().getFirst().text()).contains("x");
    assertThat(bound.map()).containsOnlyKeys("k");
    assertThat(bound.inner().text()).isEmpty();
    assertThat(bound.table().path()).isEqualTo("table");
    assertThat(bound.table().row("T-1").orElseThrow().at().text()).isEqualTo("a.yaml:13:9");
    assertThat(bound.positive()).contains(new Positive(4));
    assertThat(bound.raw().orElseThrow().keys()).containsExactly("any");
    assertThat(bound.at().text()).isEqualTo("a.yaml:1:1");
  }

  @Test
  void fillsWhatIsAbsent() {
    var bound = bind("name: abc").orElseThrow();

    assertThat(bound.maybe()).isEmpty();
    assertThat(bound.list()).isEmpty();
    assertThat(bound.map()).isEmpty();
    assertThat(bound.inner().words()).isEmpty();
    assertThat(bound.inner().at()).isEqualTo(bound.at());
    assertThat(bound.table().isAbsent()).isTrue();
    assertThat(bound.table().path()).isEqualTo("table");
  }

  @Test
  void keepsAnEmptyTableApartFromAnAbsentOne() {
    var table = bind("{name: abc, table: []}").orElseThrow().table();

    assertThat(table.isAbsent()).isFalse();
    assertThat(table.rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: a, cuont: 1} | a.yaml:1:11: unknown key "cuont" – did you mean "count"?
          {name: a, inner: {xyz: 1}} | a.yaml:1:19: unknown key "xyz" under inner – known keys: text, words
          {count: 1} | a.yaml:1:1: missing key "name"
          {name: a, positive: {}} | a.yaml:1:21: missing key "number" under positive
          {name: Abc} | a.yaml:1:8: name: found text "Abc", expected text that matches [a-z]+
          {name: [a]} | a.yaml:1:8: name: found a list, expected text
          {name: true} | a.yaml:1:8: name: found true, expected text
          {name: a, count: many} | a.yaml:1:18: count: found text "many", expected a whole number
          {name: a, count: "1"} | a.yaml:1:18: count: found text "1", expected a whole number
          {name: a, count: 1.5} | a.yaml:1:18: count: found number 1.5, expected a whole number
          {name: a, count: 9999999999} | a.yaml:1:18: count: found number 9999999999, expected a smaller number
          {name: a, on: yes} | a.yaml:1:15: on: found text "yes", expected true or false
          {name: a, every: 24h} | a.yaml:1:18: every: found text "24h", expected a duration such as PT24H or P30D
          {name: a, every: P1M} | a.yaml:1:18: every: found text "P1M", expected a duration such as PT24H or P30D
          {name: a, until: 2030-02-30} | a.yaml:1:18: until: found text "2030-02-30", expected a date such as 2030-12-31
          {name: a, colour: dark_red} | a.yaml:1:19: colour: found text "dark_red", expected one of dark-red, N/A – did you mean "dark-red"?
          {name: a, inner: 5} | a.yaml:1:18: inner: found number 5, expected a mapping
          {name: a, list: {}} | a.yaml:1:17: list: found a mapping, expected a list
          {name: a, list: [{text: [x]}]} | a.yaml:1:25: list[0].text: found a list, expected text
          {name: a, map: []} | a.yaml:1:16: map: found a list, expected a mapping
          {name: a, map: {k: 1}} | a.yaml:1:20: map.k: found number 1, expected a mapping
          {name: a, maybe: [null]} | a.yaml:1:19: maybe[0]: found null, expected text
          {name: a, count: } | a.yaml:1:11: count has no value – remove the key, or write null for not declared
          {name: null} | a.yaml:1:8: name: found null, expected text
          {name: a, table: [{id: x}, {id: x}]} | a.yaml:1:28: duplicate id "x" in table, first on line 1 – give each row its own id
          {name: a, table: [{size: 1}]} | a.yaml:1:19: missing key "id" under table[0]
          {name: a, positive: {number: 0}} | a.yaml:1:21: positive: number is not positive
          {name: a, secret: hunter2} | a.yaml:1:19: secret: a secret is written out here, expected a reference – use ${env:NAME} or ${file:path}
          {name: a, secret: "${env:X}"} | a.yaml:1:19: secret: a reference cannot be used here
          {name: a, raw: 1} | a.yaml:1:16: raw: found number 1, expected a mapping
          [a] | a.yaml:1:1: found a list, expected a mapping
          """)
  void refuses(String yaml, String message) {
    assertThat(message(yaml)).isEqualTo(message);
    assertThat(problems.count()).isEqualTo(1);
  }

  @Test
  void tellsAllProblemsAtOnce() {
    assertThat(bind("{nam: a, count: x, on: 1, list: [{q: 1}]}")).isEmpty();

    assertThat(problems.count()).isEqualTo(5);
  }

  @Test
  void leavesATableWithABrokenRowUndeclared() {
    assertThat(bind("{name: a, table: [{id: x}, 7]}").orElseThrow().table().isAbsent()).isTrue();
  }

  @Test
  void usesDefaultsByTypeAndResolvesReferences() {
    record Small(Colour colour, Secret secret, int port) {}

    var root =
        YamlDocument.parse(
            "a.yaml",
            "{secret: \"${a:b}\", port: \"${c:d}\", model: x}".getBytes(StandardCharsets.UTF_8),
            problems);
    var options =
        new BindingOptions(
            Map.of(Colour.class, Colour.NONE),
            (reference, wanted, path, found) ->
                Optional.of(wanted == Secret.class ? "hunter2" : "7"),
            Set.of("model"));
    var bound =
        RecordBinder.bind(root.orElseThrow(), Small.class, "", problems, options).orElseThrow();

    assertThat(problems.isEmpty()).isTrue();
    assertThat(bound.colour()).isEqualTo(Colour.NONE);
    assertThat(bound.secret().reveal()).isEqualTo("hunter2");
    assertThat(bound.secret()).hasToString("${a:b}");
    assertThat(bound.port()).isEqualTo(7);
  }
}
