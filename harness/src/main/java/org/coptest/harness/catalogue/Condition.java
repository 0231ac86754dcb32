package org.coptest.harness.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named condition over the declared tables; suites name it, code evaluates it.
 *
 * @param id as suites name it
 * @param source the number the standard gives it, if any
 * @param meaning in words, for people
 * @param expression what is evaluated
 */
public record Condition(String id, Optional<String> source, String meaning, Expression expression) {

  /** What a condition asks. */
  public sealed interface Expression {}

  /** The table has at least one row. */
  public record HasRows(String table) implements Expression {}

  /** At least one row of the table matches in all these fields. */
  public record AnyRow(String table, Map<String, FieldMatch> fields) implements Expression {}

  /** The table has rows, and each matches in all these fields. */
  public record EveryRow(String table, Map<String, FieldMatch> fields) implements Expression {}

  /** The named condition does not hold. */
  public record Not(String condition) implements Expression {}

  /** All named conditions hold. */
  public record All(List<String> conditions) implements Expression {}

  /** At least one of the named conditions holds. */
  public record Either(List<String> conditions) implements Expression {}
}
