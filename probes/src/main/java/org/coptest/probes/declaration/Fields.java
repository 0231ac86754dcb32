package org.coptest.probes.declaration;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coptest.spi.declaration.Key;

/** Reads declaration records by the keys of targets.yaml. */
final class Fields {
  private Fields() {}

  /** The value below these keys; empty when any step is not declared. */
  static Optional<Object> value(Record owner, List<String> keys) {
    Optional<Object> value = Optional.of(owner);
    for (var key : keys) {
      value = value.filter(Record.class::isInstance).flatMap(it -> step((Record) it, key));
    }
    return value;
  }

  private static Optional<Object> step(Record owner, String key) {
    try {
      var value = component(owner.getClass(), key).getAccessor().invoke(owner);
      return value instanceof Optional<?> optional
          ? optional.map(it -> (Object) it)
          : Optional.ofNullable(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + key, e);
    }
  }

  /** The type below these keys. */
  static Class<?> type(Class<?> owner, List<String> keys) {
    Class<?> type = owner;
    for (var key : keys) {
      type = bare(component(type, key).getGenericType());
    }
    return type;
  }

  private static Class<?> bare(Type type) {
    if (type instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw
        && !Collection.class.isAssignableFrom(raw)
        && !Map.class.isAssignableFrom(raw)) {
      return bare(generic.getActualTypeArguments()[0]);
    }
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  static RecordComponent component(Class<?> owner, String key) {
    var components = owner.isRecord() ? owner.getRecordComponents() : new RecordComponent[0];
    return Arrays.stream(components)
        .filter(component -> key(component).equals(key))
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                owner.getSimpleName() + " has no key " + key + ": correct the suite"));
  }

  private static String key(RecordComponent component) {
    return Optional.ofNullable(component.getAnnotation(Key.class))
        .map(Key::value)
        .filter(name -> !name.isEmpty())
        .orElse(component.getName());
  }

  /** Whether something was said: blank text says nothing, an empty list says "none". */
  static boolean isSaid(Object value) {
    return !(value instanceof String text) || !text.isBlank();
  }

  /** As targets.yaml writes it. */
  static String text(Object value) {
    if (!(value instanceof Enum<?> constant)) {
      return value.toString();
    }
    try {
      var field = constant.getDeclaringClass().getField(constant.name());
      return Optional.ofNullable(field.getAnnotation(Key.class))
          .map(Key::value)
          .filter(name -> !name.isEmpty())
          .orElse(constant.name().toLowerCase(Locale.ROOT));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
