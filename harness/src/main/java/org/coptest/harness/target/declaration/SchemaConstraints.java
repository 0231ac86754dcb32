package org.coptest.harness.target.declaration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The checks of the reader that a schema can express and the records cannot. */
final class SchemaConstraints {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> WAYS = List.of("host", "hosts", "emulate");

  private SchemaConstraints() {}

  static void addTo(Map<String, ObjectNode> definitions) {
    value(definitions, "LogIntf", "port").put("minimum", 1).put("maximum", 65_535);
    value(definitions, "Target", "ics")
        .putObject("propertyNames")
        .put("pattern", SchemaTypes.whole(SupportClaimsCheck.PROVISION));
    value(definitions, "GateRules", "require")
        .withObject("items")
        .put("pattern", SchemaTypes.whole(SupportClaimsCheck.PROVISION));
    value(definitions, "Reach", "hosts").put("minItems", 1);
    definition(definitions, "Reach").withObject("properties").put("qemu", false);
    definition(definitions, "Target")
        .withObject("properties")
        .set("model", SchemaTypes.nullable(SchemaTypes.typed("string")));
    value(definitions, "Target", "model").put("description", "name of a model of this file");
    justified(definition(definitions, "SupportClaim"));
  }

  /** What is not supported needs a reason. */
  private static void justified(ObjectNode claim) {
    var when = claim.putObject("if").put("type", "object");
    when.putArray("required").add("support");
    when.putObject("properties").putObject("support").putArray("enum").add("N").add("N/A");
    var then = claim.putObject("then");
    then.putArray("required").add("detail");
    var detail = then.putObject("properties").putObject("detail");
    detail.putObject("not").put("type", "null");
    detail.put("pattern", "\\S");
  }

  /**
   * A target that stands alone: one way to the device, and an authorisation if it is destructive.
   */
  static ObjectNode complete() {
    var schema = JSON.objectNode();
    schema.putArray("required").add("reach");
    var ways = schema.putObject("properties").putObject("reach").put("type", "object");
    var oneOf = ways.putArray("oneOf");
    WAYS.forEach(way -> oneOf.add(present(way)));
    var destructive = schema.putObject("if").put("type", "object");
    destructive.putArray("required").add("profile");
    destructive.putObject("properties").putObject("profile").put("const", "destructive");
    schema.set("then", present("authorised"));
    return schema;
  }

  private static ObjectNode present(String key) {
    var schema = JSON.objectNode();
    schema.putArray("required").add(key);
    schema.putObject("properties").putObject(key).putObject("not").put("type", "null");
    return schema;
  }

  private static ObjectNode definition(Map<String, ObjectNode> definitions, String name) {
    return Optional.ofNullable(definitions.get(name)).orElseThrow();
  }

  private static ObjectNode value(Map<String, ObjectNode> definitions, String name, String key) {
    return definition(definitions, name).withObject("properties").withObject(key);
  }
}
