package org.coptest.harness.target.declaration;

import java.util.LinkedHashMap;
import org.coptest.harness.yaml.YamlMap;

/** Merges mappings key by key; lists and single values of the upper one replace those below. */
final class NodeMerge {
  private NodeMerge() {}

  static YamlMap over(YamlMap below, YamlMap above) {
    var merged = new LinkedHashMap<>(below.entries());
    above.entries().forEach((key, entry) -> merged.merge(key, entry, NodeMerge::entry));
    return new YamlMap(merged, above.at());
  }

  private static YamlMap.Entry entry(YamlMap.Entry below, YamlMap.Entry above) {
    return below.value() instanceof YamlMap under && above.value() instanceof YamlMap over
        ? new YamlMap.Entry(above.keyAt(), over(under, over))
        : above;
  }
}
