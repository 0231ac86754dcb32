package org.coptest.probes.testing;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coptest.spi.Criteria;
import org.coptest.spi.Policies;
import org.coptest.spi.Policy;
import org.coptest.spi.SuiteValues;
import org.coptest.spi.declaration.DeviceState;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.declaration.Origin;
import org.coptest.spi.declaration.Row;
import org.coptest.spi.declaration.Table;
import org.coptest.spi.declaration.Target;

/**
 * Declarations for tests: {@code Declared.row(LogIntf.class, "id", "LogIntf-Web", "port", 443)}.
 * What is not named is absent; optional components are wrapped.
 */
public final class Declared {
  private Declared() {}

  /** A declaration record with these components (name, value, name, value …). */
  public static <T extends Record> T row(Class<T> type, Object... namesAndValues) {
    var given = new HashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    var known = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    if (!known.containsAll(given.keySet())) {
      throw new IllegalArgumentException(given.keySet() + " against " + known);
    }
    return build(type, given);
  }

  /** An IXIT with these tables (name, rows) and other parts (name, value). */
  public static Ixit ixit(Object... namesAndValues) {
    var copy = namesAndValues.clone();
    for (int i = 0; i < copy.length; i += 2) {
      if (copy[i + 1] instanceof List<?> rows) {
        copy[i + 1] = table("ixit." + copy[i], rows);
      }
    }
    return row(Ixit.class, copy);
  }

  /** An initialized device with this IXIT and an empty ICS. */
  public static Target target(Ixit ixit) {
    return target("ixit", ixit, "state", DeviceState.INITIALIZED);
  }

  /** A device with these parts. */
  public static Target target(Object... namesAndValues) {
    return row(Target.class, namesAndValues);
  }

  /** Criteria for a unit without suite values. */
  public static Criteria criteria(Target target) {
    return criteria(target, Map.of());
  }

  /** Criteria with suite values and policies. */
  public static Criteria criteria(
      Target target, Map<String, List<String>> values, Policy... policies) {
    return new Criteria(
        target,
        "5.6-1",
        "5.6-1-2 b",
        new SuiteValues(values),
        new Policies(List.of(policies)),
        LocalDate.of(2026, 6, 1));
  }

  private static Table<Row> table(String path, List<?> rows) {
    return Table.of(path, rows.stream().map(Row.class::cast).toList());
  }

  private static <T extends Record> T build(Class<T> type, Map<String, Object> given) {
    var components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(
          Arrays.stream(components).map(c -> value(type, c, given)).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot build " + type, e);
    }
  }

  private static Object value(
      Class<?> owner, RecordComponent component, Map<String, Object> given) {
    var value = given.get(component.getName());
    var type = component.getType();
    if (type == Optional.class) {
      return Optional.ofNullable(value);
    }
    return value != null ? value : absent(owner, component.getName(), type);
  }

  @SuppressWarnings("unchecked")
  private static Object absent(Class<?> owner, String name, Class<?> type) {
    if (type == Table.class) {
      return Table.absent("ixit." + name);
    } else if (type == Origin.class) {
      return new Origin("targets.yaml", 1, 1);
    } else if (type == List.class) {
      return List.of();
    } else if (type == Map.class) {
      return Map.of();
    } else if (type == Set.class) {
      return Set.of();
    } else if (type == DeviceState.class) {
      return DeviceState.INITIALIZED;
    } else if (type.isRecord()) {
      return build((Class<? extends Record>) type, Map.of());
    } else if (type == String.class) {
      return owner.getSimpleName();
    }
    throw new IllegalArgumentException("no absent value for " + owner + "." + name);
  }
}
