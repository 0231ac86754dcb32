package org.coptest.harness.catalogue;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.yaml.EnumWords;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.declaration.Table;

/** Reads declared values by the keys of targets.yaml; what is not declared is empty. */
final class DeclaredValues {

  private DeclaredValues() {}

  /** The table of this name. */
  static Table<?> table(Ixit ixit, String name) {
    var component = DeclaredKeys.of(Ixit.class).get(name);
    if (component != null && valueOf(component, ixit) instanceof Table<?> table) {
      return table;
    }
    throw new IllegalArgumentException("the declaration has no table " + name);
  }

  /** The value at a dotted key as texts; empty when it, or something above it, is not declared. */
  static Optional<List<String>> texts(Object row, String dottedKey) {
    Optional<Object> value = Optional.of(row);
    for (String key : dottedKey.split("\\.", -1)) {
      value = value.flatMap(parent -> child(parent, key));
    }
    return value.map(DeclaredValues::asTexts);
  }

  private static Optional<Object> child(Object parent, String key) {
    var component = DeclaredKeys.of(parent.getClass()).get(key);
    if (component == null) {
      throw new IllegalArgumentException(parent.getClass().getSimpleName() + " has no key " + key);
    }
    var value = valueOf(component, parent);
    return value instanceof Optional<?> optional ? optional.map(it -> it) : Optional.of(value);
  }

  private static Object valueOf(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static List<String> asTexts(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(DeclaredValues::asText).toList();
    }
    return List.of(asText(value));
  }

  private static String asText(Object value) {
    return value instanceof Enum<?> constant ? EnumWords.word(constant) : value.toString();
  }
}
