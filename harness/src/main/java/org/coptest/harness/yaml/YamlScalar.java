package org.coptest.harness.yaml;

import org.coptest.spi.declaration.Origin;

/**
 * A single value.
 *
 * @param text as written, without quotes
 * @param kind what YAML 1.2 takes it for
 */
public record YamlScalar(String text, Kind kind, Origin at) implements YamlNode {

  /** What a scalar is by the YAML 1.2 core schema. */
  public enum Kind {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    /** {@code null} or {@code ~} was written. */
    NULL,
    /** Nothing was written. */
    EMPTY
  }

  /** Whether it says anything. */
  public boolean isPresent() {
    return kind != Kind.NULL && kind != Kind.EMPTY;
  }

  @Override
  public String described() {
    return switch (kind) {
      case TEXT -> "text " + Quoted.of(text);
      case INTEGER, DECIMAL -> "number " + Quoted.cut(text);
      case BOOLEAN, NULL -> text;
      case EMPTY -> "nothing";
    };
  }
}
