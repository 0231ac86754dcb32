package org.coptest.harness.yaml;

import org.coptest.spi.declaration.Origin;

/** A value in a YAML file and where it stands. */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {

  /** Where it starts. */
  Origin at();

  /** What it is, in words for a message, such as {@code text "abc"} or {@code a list}. */
  String described();
}
