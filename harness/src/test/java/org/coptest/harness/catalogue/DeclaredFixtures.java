package org.coptest.harness.catalogue;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.declaration.Origin;
import org.coptest.spi.declaration.Row;
import org.coptest.spi.declaration.Table;

/** Makes declarations in which nothing is declared but what a test says. */
final class DeclaredFixtures {

  private DeclaredFixtures() {}

  /** A declaration with these tables only. */
  static Ixit ixit(Table<?>... tables) {
    var given = new HashMap<String, Object>();
    for (var table : tables) {
      given.put(table.path().substring("ixit.".length()), table);
    }
    return record(Ixit.class, given);
  }

  /** A declared table with these rows and no others. */
  static Table<Row> table(String name, Row... rows) {
    return Table.of("ixit." + name, List.of(rows));
  }

  /** A record in which each component not given is absent. */
  static <R> R record(Class<R> type, Map<String, ?> given) {
    try {
      var components = type.getRecordComponents();
      var types = new Class<?>[components.length];
      var values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = valueFor(components[i], given);
      }
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object valueFor(RecordComponent component, Map<String, ?> given) {
    var value = Optional.<Object>ofNullable(given.get(component.getName()));
    if (component.getType() == Optional.class) {
      return value;
    }
    return value.orElseGet(() -> absent(component));
  }

  private static Object absent(RecordComponent component) {
    if (component.getType() == Table.class) {
      return Table.absent("ixit." + component.getName());
    }
    return component.getType() == Origin.class ? new Origin("test", 1, 1) : "row";
  }
}
