package org.coptest.harness.yaml;

import static org.coptest.harness.yaml.RecordShape.under;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coptest.harness.yaml.RecordShape.Component;
import org.coptest.spi.declaration.Row;
import org.coptest.spi.declaration.Table;

/** Makes records from YAML: the components of a record are the keys of a mapping, and no others. */
public final class RecordBinder {
  private final Problems problems;
  private final BindingOptions options;
  private final ScalarBinder scalars;

  private RecordBinder(Problems problems, BindingOptions options) {
    this.problems = problems;
    this.options = options;
    this.scalars = new ScalarBinder(problems, options.references());
  }

  /**
   * A record, also when problems were found that leave one to make; so ask the problems first.
   *
   * @param path what messages call this node; empty at the root
   */
  public static <R extends Record> Optional<R> bind(
      YamlNode node, Class<R> type, String path, Problems problems) {
    return bind(node, type, path, problems, BindingOptions.plain());
  }

  /** As {@link #bind(YamlNode, Class, String, Problems)}, with defaults and references. */
  public static <R extends Record> Optional<R> bind(
      YamlNode node, Class<R> type, String path, Problems problems, BindingOptions options) {
    var binder = new RecordBinder(problems, options);
    return binder.bindRecord(node, type, path, options.otherKeys()).map(type::cast);
  }

  private Optional<Object> bindRecord(
      YamlNode node, Class<?> type, String path, Set<String> otherKeys) {
    if (!(node instanceof YamlMap map)) {
      return mismatch(node, path, "a mapping");
    }
    var shape = RecordShape.of(type);
    refuseUnknown(map, Stream.concat(shape.keys().stream(), otherKeys.stream()).toList(), path);
    var values = shape.components().stream().map(c -> component(map, c, path)).toList();
    return values.stream().allMatch(Optional::isPresent)
        ? created(shape, values.stream().map(Optional::orElseThrow).toArray(), map, path)
        : Optional.empty();
  }

  private Optional<Object> created(RecordShape shape, Object[] values, YamlMap map, String path) {
    try {
      return Optional.of(shape.create(values));
    } catch (IllegalArgumentException e) {
      problems.add(map.at(), prefix(path) + e.getMessage());
      return Optional.empty();
    }
  }

  private void refuseUnknown(YamlMap map, List<String> known, String path) {
    map.entries()
        .forEach((key, entry) -> {
          if (!known.contains(key)) {
            problems.add(
                entry.keyAt(),
                "unknown key " + Quoted.of(key) + underPath(path),
                () -> Spelling.hint(key, known, "known keys"));
          }
        });
  }

  private Optional<Object> component(YamlMap map, Component component, String path) {
    var keyPath = under(path, component.key());
    var given = component.isOrigin() ? Optional.<YamlMap.Entry>empty() : map.entry(component.key());
    var bound = given.flatMap(entry -> present(component, entry, keyPath));
    if (bound.isPresent()) {
      return bound;
    }
    var absent = RecordShape.absent(component.type(), keyPath, map.at(), options.defaults());
    if (absent.isEmpty() && given.isEmpty()) {
      problems.add(
          map.at(), "missing key %s%s".formatted(Quoted.of(component.key()), underPath(path)));
    }
    return absent;
  }

  private Optional<Object> present(Component component, YamlMap.Entry entry, String path) {
    return isNull(entry, path, component)
        ? Optional.empty()
        : value(component.type(), entry.value(), path, component.pattern());
  }

  /** {@code null} says "not declared"; a key with nothing after it is a slip. */
  private boolean isNull(YamlMap.Entry entry, String path, Component component) {
    if (!(entry.value() instanceof YamlScalar scalar) || scalar.isPresent()) {
      return false;
    }
    if (scalar.kind() == YamlScalar.Kind.EMPTY) {
      problems.add(
          entry.keyAt(), path + " has no value", "remove the key, or write null for not declared");
      return true;
    }
    return !RecordShape.isRequired(component, options.defaults());
  }

  private Optional<Object> value(Type type, YamlNode node, String path, String pattern) {
    var raw = RecordShape.rawType(type);
    if (raw == Optional.class) {
      return value(RecordShape.argument(type, 0), node, path, pattern).map(Optional::of);
    }
    if (raw == List.class) {
      return list(node, path)
          .map(items -> values(RecordShape.argument(type, 0), items, path, pattern));
    }
    if (raw == Map.class) {
      return map(RecordShape.argument(type, 1), node, path, pattern);
    }
    if (raw == Table.class) {
      return table(RecordShape.argument(type, 0), node, path);
    }
    if (YamlNode.class.isAssignableFrom(raw)) {
      return raw.isInstance(node) ? Optional.of(node) : mismatch(node, path, expected(raw));
    }
    return raw.isRecord()
        ? bindRecord(node, raw, path, Set.of())
        : scalars.bind(node, raw, path, pattern);
  }

  private Optional<List<YamlNode>> list(YamlNode node, String path) {
    return node instanceof YamlList list
        ? Optional.of(list.items())
        : mismatch(node, path, "a list").map(none -> List.of());
  }

  private List<Object> values(Type type, List<YamlNode> items, String path, String pattern) {
    var values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      value(type, items.get(i), "%s[%d]".formatted(path, i), pattern).ifPresent(values::add);
    }
    return List.copyOf(values);
  }

  private Optional<Object> map(Type type, YamlNode node, String path, String pattern) {
    if (!(node instanceof YamlMap map)) {
      return mismatch(node, path, "a mapping");
    }
    var values = new LinkedHashMap<String, Object>();
    map.entries()
        .forEach((key, entry) ->
            value(type, entry.value(), under(path, key), pattern)
                .ifPresent(value -> values.put(key, value)));
    return Optional.of(Collections.unmodifiableMap(values));
  }

  /**
   * A table with a row that cannot be read is left undeclared, so that it draws no more problems.
   */
  private Optional<Object> table(Type type, YamlNode node, String path) {
    return list(node, path)
        .map(items -> {
          var rows = values(type, items, path, "").stream().map(Row.class::cast).toList();
          refuseDuplicates(rows, path);
          return rows.size() == items.size() ? Table.of(path, rows) : Table.absent(path);
        });
  }

  private void refuseDuplicates(List<Row> rows, String path) {
    Map<String, Row> first = new HashMap<>();
    for (var row : rows) {
      Optional.ofNullable(first.putIfAbsent(row.id(), row))
          .ifPresent(earlier ->
              problems.add(
                  row.at(),
                  "duplicate id %s in %s, first on line %d"
                      .formatted(Quoted.of(row.id()), path, earlier.at().line()),
                  "give each row its own id"));
    }
  }

  private static String expected(Class<?> nodeType) {
    return nodeType == YamlMap.class
        ? "a mapping"
        : nodeType == YamlList.class ? "a list" : "a single value";
  }

  private Optional<Object> mismatch(YamlNode node, String path, String expected) {
    problems.add(
        node.at(), "%sfound %s, expected %s".formatted(prefix(path), node.described(), expected));
    return Optional.empty();
  }

  private static String underPath(String path) {
    return path.isEmpty() ? "" : " under " + path;
  }

  private static String prefix(String path) {
    return path.isEmpty() ? "" : path + ": ";
  }
}
