package org.coptest.harness.yaml;

import java.util.List;
import org.coptest.spi.declaration.Origin;

/** A list of values. */
public record YamlList(List<YamlNode> items, Origin at) implements YamlNode {

  public YamlList {
    items = List.copyOf(items);
  }

  @Override
  public String described() {
    return "a list";
  }
}
