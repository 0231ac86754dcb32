package org.coptest.harness.catalogue;

import java.util.Optional;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.YamlMap;
import org.coptest.harness.yaml.YamlNode;
import org.coptest.harness.yaml.YamlScalar;

/** Reads what a condition asks of a field: a word, {@code {not: word}} or {@code {empty: true}}. */
final class FieldMatchReader {

  private final Problems problems;

  FieldMatchReader(Problems problems) {
    this.problems = problems;
  }

  Optional<FieldMatch> read(YamlNode node) {
    var match =
        switch (node) {
          case YamlScalar scalar -> word(scalar).<FieldMatch>map(FieldMatch.Is::new);
          case YamlMap map when map.entries().size() == 1 -> ofMap(map);
          default -> Optional.<FieldMatch>empty();
        };
    if (match.isEmpty()) {
      problems.add(
          node.at(),
          "found " + node.described() + ", expected a word, {not: word} or {empty: true}");
    }
    return match;
  }

  private static Optional<FieldMatch> ofMap(YamlMap map) {
    return scalar(map, "not")
        .flatMap(FieldMatchReader::word)
        .<FieldMatch>map(FieldMatch.IsNot::new)
        .or(() ->
            scalar(map, "empty")
                .filter(it -> it.kind() == YamlScalar.Kind.BOOLEAN)
                .map(it -> new FieldMatch.Empty(Boolean.parseBoolean(it.text()))));
  }

  private static Optional<YamlScalar> scalar(YamlMap map, String key) {
    return map.get(key).filter(YamlScalar.class::isInstance).map(YamlScalar.class::cast);
  }

  private static Optional<String> word(YamlScalar scalar) {
    return switch (scalar.kind()) {
      case NULL, EMPTY -> Optional.empty();
      case TEXT, INTEGER, DECIMAL, BOOLEAN -> Optional.of(scalar.text());
    };
  }
}
