package org.coptest.harness.target.declaration;

import org.coptest.spi.declaration.Target;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema (2020-12) of targets.yaml, made from the records that the file is bound to. */
public final class TargetsSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper WRITER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final SchemaTypes types = new SchemaTypes();

  private TargetsSchema() {}

  /** The schema as indented JSON with a line end after it. */
  public static String json() {
    return WRITER.writeValueAsString(new TargetsSchema().root()).replace("\r\n", "\n") + "\n";
  }

  private ObjectNode root() {
    types.reference(Target.class);
    SchemaConstraints.addTo(types.definitions());
    types.definitions().put("TargetPart", part());
    var root =
        JSON.objectNode()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("$id", "urn:coptest:targets:1")
            .put("title", "coptest targets")
            .put(
                "description",
                "Devices under test as declared: a mapping with targets, or a list of targets.");
    root.putArray("type").add("object").add("array");
    root.setAll(mapping());
    root.setAll(bareList());
    types.definitions().forEach(root.putObject("$defs")::set);
    return root;
  }

  private static ObjectNode mapping() {
    var schema = JSON.objectNode();
    var properties = schema.putObject("properties");
    properties.putObject("declaration").put("description", "format version, 1");
    properties.withObject("declaration").putArray("enum").add(1).addNull();
    properties.set(
        "defaults",
        SchemaTypes.nullable(reference("TargetPart"))
            .put("description", "merged under every target"));
    var models = SchemaTypes.nullable(SchemaTypes.typed("object"));
    models.set("additionalProperties", reference("TargetPart"));
    properties.set(
        "models", models.put("description", "parts of targets by model name, used with model:"));
    var targets = SchemaTypes.typed("array").put("minItems", 1);
    targets.set("items", reference("Target"));
    properties.set("targets", targets.put("description", "the devices under test"));
    schema.putArray("required").add("targets");
    schema.put("additionalProperties", false);
    schema.putArray("allOf").add(wholeTargets());
    return schema;
  }

  /** Without defaults, a target that names no model has to say all by itself. */
  private static ObjectNode wholeTargets() {
    var schema = JSON.objectNode();
    schema
        .putObject("if")
        .put("type", "object")
        .putObject("not")
        .set("required", words("defaults"));
    var item =
        schema.putObject("then").putObject("properties").putObject("targets").putObject("items");
    item.putObject("if").putObject("not").set("required", words("model"));
    item.set("then", SchemaConstraints.complete());
    return schema;
  }

  private static ObjectNode bareList() {
    var schema = JSON.objectNode().put("minItems", 1);
    var item = reference("Target");
    item.putObject("properties").putObject("model").put("type", "null");
    item.putArray("allOf").add(SchemaConstraints.complete());
    schema.set("items", item);
    return schema;
  }

  /** What defaults and models may hold: all of a target except its name. */
  private ObjectNode part() {
    var part = types.definitions().getOrDefault("Target", JSON.objectNode()).deepCopy();
    part.remove("required");
    part.withObject("properties").remove("id");
    part.withObject("properties").remove("model");
    return part;
  }

  private static ObjectNode reference(String definition) {
    return JSON.objectNode().put("$ref", "#/$defs/" + definition);
  }

  private static ArrayNode words(String word) {
    return JSON.arrayNode().add(word);
  }
}
