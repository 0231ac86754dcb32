package org.coptest.harness.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.yaml.YamlNode;
import org.coptest.harness.yaml.YamlScalar;
import org.coptest.spi.declaration.Key;
import org.coptest.spi.declaration.Origin;

/** The files of a suite folder as they are written, before anything in them is checked. */
final class Entries {

  private Entries() {}

  /** {@code catalogue.yaml}. */
  record CatalogueEntry(String id, String title, List<GroupEntry> groups) {}

  /** Probes that units name together. */
  record GroupEntry(String id, List<String> probes, Origin at) {}

  /** {@code NN-topic.yaml}. */
  record GuidelineEntry(
      @Key("guideline") String number,
      Integer order,
      String title,
      String meaning,
      List<ProvisionEntry> provisions,
      Origin at) {}

  /** One of {@code provisions}. */
  record ProvisionEntry(
      String id,
      String title,
      Status status,
      Optional<YamlScalar> condition,
      String purpose,
      List<CaseEntry> cases,
      Origin at) {}

  /** One of {@code cases}. */
  record CaseEntry(String id, Kind kind, String purpose, List<UnitEntry> units, Origin at) {}

  /** One of {@code units}. */
  record UnitEntry(
      String id,
      String purpose,
      Means means,
      List<String> probes,
      Optional<String> rule,
      Map<String, YamlNode> values,
      Optional<YamlScalar> condition,
      Optional<String> reason,
      Origin at) {}

  /** {@code conditions.yaml}. */
  record ConditionsEntry(List<ConditionEntry> conditions) {}

  /** One of {@code conditions}. */
  record ConditionEntry(
      String id,
      Optional<String> source,
      String meaning,
      Optional<YamlScalar> table,
      Optional<Map<String, YamlNode>> any,
      Optional<Map<String, YamlNode>> every,
      Optional<YamlScalar> not,
      Optional<List<YamlScalar>> all,
      Optional<List<YamlScalar>> either,
      Origin at) {}
}
