package org.coptest.harness.target.declaration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.yaml.YamlMap;
import org.coptest.harness.yaml.YamlPath;
import org.coptest.harness.yaml.YamlScalar;
import org.coptest.spi.declaration.Origin;

/**
 * A target with its model and the defaults merged in; each value keeps the place it came from.
 *
 * @param file where it stands; files it names are relative to it
 */
record EffectiveTarget(Path file, YamlMap tree) {

  List<YamlPath> select(String path) {
    return YamlPath.select(tree, path);
  }

  /** The single values at a path. */
  List<YamlScalar> scalars(String path) {
    return select(path).stream()
        .map(YamlPath::node)
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .filter(YamlScalar::isPresent)
        .toList();
  }

  Optional<String> text(String path) {
    return scalars(path).stream().map(YamlScalar::text).findFirst();
  }

  /** Where the value of a path stands, or else the target itself. */
  Origin at(String path) {
    return select(path).stream().map(found -> found.node().at()).findFirst().orElse(tree.at());
  }
}
