package org.coptest.harness.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.spi.declaration.Key;
import org.coptest.spi.declaration.Origin;
import org.coptest.spi.declaration.Table;

/** A record type as a schema: its components are the keys of a mapping. */
public record RecordShape(Class<?> type, List<Component> components) {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(
              type, Arrays.stream(type.getRecordComponents()).map(Component::of).toList());
        }
      };

  /**
   * A component and its key.
   *
   * @param pattern the whole value must match it; empty for none
   */
  public record Component(String key, Type type, String doc, String pattern) {

    private static Component of(RecordComponent component) {
      var key = Optional.ofNullable(component.getAnnotation(Key.class));
      return new Component(
          key.map(Key::value).filter(name -> !name.isEmpty()).orElse(component.getName()),
          component.getGenericType(),
          key.map(Key::doc).orElse(""),
          key.map(Key::pattern).orElse(""));
    }

    /** Whether it tells where the record was declared, and so is not a key. */
    public boolean isOrigin() {
      return type == Origin.class;
    }
  }

  /** The shape of a record type. */
  public static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** The keys of a mapping that is bound to this type. */
  public List<String> keys() {
    return components.stream().filter(c -> !c.isOrigin()).map(Component::key).toList();
  }

  /** The value of a component whose key is absent; empty when the key is required. */
  static Optional<Object> absent(
      Type type, String path, Origin at, Map<Class<?>, Object> defaults) {
    var raw = rawType(type);
    if (defaults.containsKey(raw)) {
      return Optional.of(defaults.get(raw));
    }
    if (raw == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (raw == List.class) {
      return Optional.of(List.of());
    }
    if (raw == Map.class) {
      return Optional.of(Map.of());
    }
    if (raw == Table.class) {
      return Optional.of(Table.absent(path));
    }
    return raw == Origin.class ? Optional.of(at) : absentRecord(raw, path, at, defaults);
  }

  private static Optional<Object> absentRecord(
      Class<?> raw, String path, Origin at, Map<Class<?>, Object> defaults) {
    if (!raw.isRecord()) {
      return Optional.empty();
    }
    var values =
        of(raw).components().stream()
            .map(c -> absent(c.type(), under(path, c.key()), at, defaults))
            .toList();
    return values.stream().allMatch(Optional::isPresent)
        ? Optional.of(of(raw).create(values.stream().map(Optional::orElseThrow).toArray()))
        : Optional.empty();
  }

  /** Whether a mapping without this key is refused. */
  public static boolean isRequired(Component component, Map<Class<?>, Object> defaults) {
    return absent(component.type(), "", new Origin("", 0, 0), defaults).isEmpty();
  }

  /** A record of these values; an {@link IllegalArgumentException} of its constructor passes. */
  Object create(Object[] values) {
    try {
      return constructor().newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException("constructor of " + type + " failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no use of the constructor of " + type, e);
    }
  }

  private Constructor<?> constructor() throws NoSuchMethodException {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    var constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor;
  }

  /** The class of a type, without its type arguments. */
  public static Class<?> rawType(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  /** A type argument, such as the rows of a table. */
  public static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  static String under(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
