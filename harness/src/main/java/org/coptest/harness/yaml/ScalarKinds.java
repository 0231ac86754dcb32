package org.coptest.harness.yaml;

import java.util.Map;
import org.coptest.harness.yaml.YamlScalar.Kind;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Tells text from numbers, booleans and null by the YAML 1.2 core schema. */
final class ScalarKinds {
  private static final Map<Tag, Kind> KINDS =
      Map.of(
          Tag.INT,
          Kind.INTEGER,
          Tag.FLOAT,
          Kind.DECIMAL,
          Tag.BOOL,
          Kind.BOOLEAN,
          Tag.NULL,
          Kind.NULL);

  private final ScalarResolver resolver = new CoreSchema().getScalarResolver();

  Kind of(ScalarEvent scalar) {
    if (!scalar.isPlain()) {
      return Kind.TEXT;
    }
    return scalar.getValue().isEmpty()
        ? Kind.EMPTY
        : KINDS.getOrDefault(resolver.resolve(scalar.getValue(), true), Kind.TEXT);
  }
}
