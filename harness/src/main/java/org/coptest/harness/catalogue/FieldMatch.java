package org.coptest.harness.catalogue;

import java.util.List;

/** What a condition asks of one declared field. */
public sealed interface FieldMatch {

  /**
   * Judges a declared value.
   *
   * @param values the value as texts; a list gives several, a scalar one
   */
  boolean holds(List<String> values);

  /** The value, or one of the listed values, is this text. */
  record Is(String text) implements FieldMatch {
    @Override
    public boolean holds(List<String> values) {
      return values.contains(text);
    }
  }

  /** A value is declared, and it is not this text. */
  record IsNot(String text) implements FieldMatch {
    @Override
    public boolean holds(List<String> values) {
      return !values.contains(text);
    }
  }

  /** The declared list or text is empty, or is not. */
  record Empty(boolean empty) implements FieldMatch {
    @Override
    public boolean holds(List<String> values) {
      return values.stream().allMatch(String::isBlank) == empty;
    }
  }
}
