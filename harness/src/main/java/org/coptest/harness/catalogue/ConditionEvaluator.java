package org.coptest.harness.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coptest.harness.catalogue.Condition.All;
import org.coptest.harness.catalogue.Condition.AnyRow;
import org.coptest.harness.catalogue.Condition.Either;
import org.coptest.harness.catalogue.Condition.EveryRow;
import org.coptest.harness.catalogue.Condition.Expression;
import org.coptest.harness.catalogue.Condition.HasRows;
import org.coptest.harness.catalogue.Condition.Not;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.declaration.Row;
import org.coptest.spi.declaration.Table;

/** Evaluates the named conditions over a declaration; what is not declared stays unknown. */
public final class ConditionEvaluator {

  private final Map<String, Condition> conditions;

  /** Over the conditions of a catalogue. */
  public ConditionEvaluator(Collection<Condition> conditions) {
    this.conditions =
        conditions.stream().collect(Collectors.toMap(Condition::id, Function.identity()));
  }

  /**
   * Evaluates one condition.
   *
   * @throws IllegalArgumentException when no condition has this name: the reader checks this
   */
  public ConditionResult evaluate(String name, Ixit ixit) {
    var condition = conditions.get(name);
    if (condition == null) {
      throw new IllegalArgumentException("no condition named " + name);
    }
    return evaluate(condition.expression(), ixit);
  }

  private ConditionResult evaluate(Expression expression, Ixit ixit) {
    return switch (expression) {
      case HasRows(var table) -> hasRows(DeclaredValues.table(ixit, table));
      case AnyRow(var table, var fields) ->
          overRows(DeclaredValues.table(ixit, table), fields, Truth::any);
      case EveryRow(var table, var fields) -> everyRow(DeclaredValues.table(ixit, table), fields);
      case Not(var name) -> negated(evaluate(name, ixit));
      case All(var names) -> combined(names, ixit, Truth::all);
      case Either(var names) -> combined(names, ixit, Truth::any);
    };
  }

  private static ConditionResult hasRows(Table<?> table) {
    return table
        .declared()
        .map(rows -> new ConditionResult(Truth.of(!rows.isEmpty()), List.of()))
        .orElseGet(() -> unknown(table));
  }

  private static ConditionResult everyRow(Table<?> table, Map<String, FieldMatch> fields) {
    // "Every" over no rows must not make a claim about the device.
    return table.declared().isPresent() && table.rows().isEmpty()
        ? new ConditionResult(Truth.FALSE, List.of())
        : overRows(table, fields, Truth::all);
  }

  private static ConditionResult overRows(
      Table<?> table,
      Map<String, FieldMatch> fields,
      Function<Collection<Truth>, Truth> quantifier) {
    if (table.isAbsent()) {
      return unknown(table);
    }
    return joined(table.stream().map(row -> rowMatches(table, row, fields)).toList(), quantifier);
  }

  private static ConditionResult rowMatches(
      Table<?> table, Row row, Map<String, FieldMatch> fields) {
    var results =
        fields.entrySet().stream()
            .map(field -> fieldMatches(table, row, field.getKey(), field.getValue()))
            .toList();
    return joined(results, Truth::all);
  }

  private static ConditionResult fieldMatches(
      Table<?> table, Row row, String key, FieldMatch match) {
    return DeclaredValues.texts(row, key)
        .map(values -> new ConditionResult(Truth.of(match.holds(values)), List.of()))
        .orElseGet(() ->
            new ConditionResult(
                Truth.UNKNOWN, List.of(table.path() + "[" + row.id() + "]." + key)));
  }

  private static ConditionResult unknown(Table<?> table) {
    return new ConditionResult(Truth.UNKNOWN, List.of(table.path()));
  }

  private static ConditionResult negated(ConditionResult result) {
    return new ConditionResult(result.truth().negated(), result.missing());
  }

  private ConditionResult combined(
      List<String> names, Ixit ixit, Function<Collection<Truth>, Truth> quantifier) {
    return joined(names.stream().map(name -> evaluate(name, ixit)).toList(), quantifier);
  }

  private static ConditionResult joined(
      List<ConditionResult> results, Function<Collection<Truth>, Truth> quantifier) {
    return new ConditionResult(
        quantifier.apply(results.stream().map(ConditionResult::truth).toList()),
        results.stream().flatMap(result -> result.missing().stream()).toList());
  }
}
