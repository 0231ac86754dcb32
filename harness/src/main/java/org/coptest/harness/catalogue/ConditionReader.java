package org.coptest.harness.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.harness.catalogue.Condition.All;
import org.coptest.harness.catalogue.Condition.AnyRow;
import org.coptest.harness.catalogue.Condition.Either;
import org.coptest.harness.catalogue.Condition.EveryRow;
import org.coptest.harness.catalogue.Condition.Expression;
import org.coptest.harness.catalogue.Condition.HasRows;
import org.coptest.harness.catalogue.Condition.Not;
import org.coptest.harness.catalogue.Entries.ConditionEntry;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.Spelling;
import org.coptest.harness.yaml.YamlNode;
import org.coptest.harness.yaml.YamlScalar;
import org.coptest.spi.declaration.Ixit;

/**
 * Makes conditions of their entries. A condition may only name conditions above it, so that none
 * can depend on itself.
 */
final class ConditionReader {

  private final Problems problems;
  private final List<String> above = new ArrayList<>();

  ConditionReader(Problems problems) {
    this.problems = problems;
  }

  List<Condition> read(List<ConditionEntry> entries) {
    var conditions = new ArrayList<Condition>();
    for (var entry : entries) {
      expression(entry)
          .map(it -> new Condition(entry.id(), entry.source(), entry.meaning(), it))
          .ifPresent(conditions::add);
      if (above.contains(entry.id())) {
        problems.add(entry.at(), "duplicate condition \"" + entry.id() + "\"");
      }
      above.add(entry.id());
    }
    return conditions;
  }

  private Optional<Expression> expression(ConditionEntry entry) {
    var asked =
        Stream.of(entry.table(), entry.not(), entry.all(), entry.either())
            .filter(Optional::isPresent)
            .count();
    if (asked != 1 || (entry.any().isPresent() && entry.every().isPresent())) {
      problems.add(
          entry.at(),
          "condition \"%s\" needs exactly one question".formatted(entry.id()),
          "give table (with any or every, or alone for a table with rows), not, all or either");
      return Optional.empty();
    }
    return entry
        .table()
        .flatMap(table -> overTable(table, entry))
        .or(() -> entry.not().filter(this::known).map(name -> new Not(name.text())))
        .or(() -> entry.all().filter(this::known).map(names -> new All(texts(names))))
        .or(() -> entry.either().filter(this::known).map(names -> new Either(texts(names))));
  }

  private Optional<Expression> overTable(YamlScalar table, ConditionEntry entry) {
    var tables = DeclaredKeys.of(Ixit.class);
    var component = Optional.ofNullable(tables.get(table.text()));
    if (component.isEmpty()) {
      problems.add(
          table.at(),
          "the declaration has no table \"%s\"".formatted(table.text()),
          () -> Spelling.hint(table.text(), tables.keySet(), "tables"));
      return Optional.empty();
    }
    var row = DeclaredKeys.contentOf(component.get());
    var name = table.text();
    return entry
        .any()
        .<Expression>map(fields -> new AnyRow(name, matches(fields, row)))
        .or(() -> entry.every().map(fields -> new EveryRow(name, matches(fields, row))))
        .or(() -> Optional.of(new HasRows(name)));
  }

  private Map<String, FieldMatch> matches(Map<String, YamlNode> fields, Class<?> row) {
    var matches = new LinkedHashMap<String, FieldMatch>();
    fields.forEach((key, node) -> {
      checkKey(key, row, node);
      new FieldMatchReader(problems).read(node).ifPresent(match -> matches.put(key, match));
    });
    return matches;
  }

  private void checkKey(String dottedKey, Class<?> row, YamlNode node) {
    var type = row;
    for (var key : dottedKey.split("\\.", -1)) {
      var keys = DeclaredKeys.of(type);
      if (!keys.containsKey(key)) {
        problems.add(
            node.at(),
            "unknown key \"%s\" in \"%s\"".formatted(key, dottedKey),
            () -> Spelling.hint(key, keys.keySet(), "known keys"));
        return;
      }
      type = Optional.ofNullable(keys.get(key)).<Class<?>>map(DeclaredKeys::contentOf).orElse(type);
    }
  }

  private boolean known(List<YamlScalar> names) {
    return names.stream().allMatch(this::known);
  }

  private boolean known(YamlScalar name) {
    if (above.contains(name.text())) {
      return true;
    }
    problems.add(
        name.at(),
        "no condition \"%s\" stands above this one".formatted(name.text()),
        () -> Spelling.hint(name.text(), above, "conditions above"));
    return false;
  }

  private static List<String> texts(List<YamlScalar> names) {
    return names.stream().map(YamlScalar::text).toList();
  }
}
