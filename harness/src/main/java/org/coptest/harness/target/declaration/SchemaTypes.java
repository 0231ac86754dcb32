package org.coptest.harness.target.declaration;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coptest.harness.yaml.EnumWords;
import org.coptest.harness.yaml.RecordShape;
import org.coptest.harness.yaml.RecordShape.Component;
import org.coptest.harness.yaml.ScalarForms;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.declaration.Table;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema of the types that the binder reads; each record becomes a definition. */
final class SchemaTypes {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String REFERENCE = "^\\$\\{(?:env|file|emulated):[^{}]+\\}$";
  private static final String EMULATED = "^\\$\\{emulated:[^{}]+\\}$";

  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  /** The definitions by name of the record. */
  Map<String, ObjectNode> definitions() {
    return definitions;
  }

  /** A reference to the definition of a record, which is made on the way. */
  ObjectNode reference(Class<?> type) {
    if (!definitions.containsKey(type.getSimpleName())) {
      definitions.put(type.getSimpleName(), JSON.objectNode());
      definitions.put(type.getSimpleName(), record(RecordShape.of(type)));
    }
    return JSON.objectNode().put("$ref", "#/$defs/" + type.getSimpleName());
  }

  private ObjectNode record(RecordShape shape) {
    var schema = typed("object").put("additionalProperties", false);
    var properties = schema.putObject("properties");
    var required = JSON.arrayNode();
    for (var component : shape.components()) {
      if (!component.isOrigin()) {
        properties.set(component.key(), property(component));
        if (isRequired(component)) {
          required.add(component.key());
        }
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private static boolean isRequired(Component component) {
    return RecordShape.isRequired(component, DeclaredTarget.DEFAULTS);
  }

  private ObjectNode property(Component component) {
    var schema = of(component.type(), component.pattern());
    var property = isRequired(component) ? schema : nullable(schema);
    return component.doc().isEmpty() ? property : property.put("description", component.doc());
  }

  /** {@code null} says "not declared" wherever a key may be absent. */
  static ObjectNode nullable(ObjectNode schema) {
    if (schema.get("enum") instanceof ArrayNode words) {
      words.addNull();
      return schema;
    }
    if (schema.has("type")) {
      var types = JSON.arrayNode();
      var given = schema.path("type");
      given.forEach(types::add);
      if (given.isString()) {
        types.add(given);
      }
      schema.set("type", types.add("null"));
      return schema;
    }
    var either = JSON.objectNode();
    either.putArray("anyOf").add(schema).add(typed("null"));
    return either;
  }

  private ObjectNode of(Type type, String pattern) {
    var raw = RecordShape.rawType(type);
    if (raw == Optional.class) {
      return of(RecordShape.argument(type, 0), pattern);
    }
    if (raw == List.class || raw == Table.class) {
      var schema = typed("array");
      schema.set("items", of(RecordShape.argument(type, 0), pattern));
      return schema;
    }
    if (raw == Map.class) {
      var schema = typed("object");
      schema.set("additionalProperties", of(RecordShape.argument(type, 1), pattern));
      return schema;
    }
    return raw.isRecord() ? reference(raw) : scalar(raw, pattern);
  }

  private static ObjectNode scalar(Class<?> type, String pattern) {
    if (type.isEnum()) {
      var words = JSON.objectNode();
      EnumWords.of(type).keySet().forEach(words.putArray("enum")::add);
      return words;
    }
    if (type == Secret.class) {
      return typed("string").put("pattern", REFERENCE);
    }
    if (type == Integer.class) {
      return integer();
    }
    if (type == Duration.class) {
      return typed("string").put("pattern", whole(ScalarForms.DURATION));
    }
    if (type == LocalDate.class) {
      return typed("string").put("pattern", whole(ScalarForms.DATE)).put("format", "date");
    }
    return type == Boolean.class ? typed("boolean") : text(pattern);
  }

  /** Numbers count as text, as written. */
  private static ObjectNode text(String pattern) {
    var schema = JSON.objectNode();
    schema.putArray("type").add("string").add("number");
    return pattern.isEmpty() ? schema : schema.put("pattern", whole(pattern));
  }

  private static ObjectNode integer() {
    var schema = JSON.objectNode();
    schema.putArray("type").add("integer").add("string");
    return schema
        .put("minimum", Integer.MIN_VALUE)
        .put("maximum", Integer.MAX_VALUE)
        .put("pattern", EMULATED);
  }

  static String whole(String pattern) {
    return "^(?:" + pattern + ")$";
  }

  static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }
}
