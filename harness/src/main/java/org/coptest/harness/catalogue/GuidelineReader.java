package org.coptest.harness.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.harness.catalogue.Entries.CaseEntry;
import org.coptest.harness.catalogue.Entries.GuidelineEntry;
import org.coptest.harness.catalogue.Entries.ProvisionEntry;
import org.coptest.harness.catalogue.Entries.UnitEntry;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.YamlList;
import org.coptest.harness.yaml.YamlNode;
import org.coptest.harness.yaml.YamlScalar;
import org.coptest.spi.SuiteValues;

/** Makes guidelines of their entries. */
final class GuidelineReader {

  private final Problems problems;
  private final Map<String, List<String>> groups;

  /** With the probes of each group that units may name. */
  GuidelineReader(Problems problems, Map<String, List<String>> groups) {
    this.problems = problems;
    this.groups = Map.copyOf(groups);
  }

  Guideline read(GuidelineEntry entry) {
    return new Guideline(
        entry.number(),
        entry.order(),
        entry.title(),
        entry.meaning(),
        entry.provisions().stream().map(this::provision).toList());
  }

  private Provision provision(ProvisionEntry entry) {
    return new Provision(
        entry.id(),
        entry.title(),
        entry.status(),
        entry.condition().map(YamlScalar::text),
        entry.purpose(),
        entry.cases().stream().map(this::testCase).toList());
  }

  private TestCase testCase(CaseEntry entry) {
    return new TestCase(
        entry.id(), entry.kind(), entry.purpose(), entry.units().stream().map(this::unit).toList());
  }

  private TestUnit unit(UnitEntry entry) {
    return new TestUnit(
        entry.id(),
        entry.purpose(),
        entry.means(),
        entry.probes().stream().flatMap(this::probes).distinct().toList(),
        entry.rule(),
        values(entry.values()),
        entry.condition().map(YamlScalar::text),
        entry.reason());
  }

  private Stream<String> probes(String name) {
    return groups.getOrDefault(name, List.of(name)).stream();
  }

  private SuiteValues values(Map<String, YamlNode> nodes) {
    var values = new LinkedHashMap<String, List<String>>();
    nodes.forEach((key, node) -> values.put(key, texts(key, node)));
    return new SuiteValues(values);
  }

  private List<String> texts(String key, YamlNode node) {
    if (!(node instanceof YamlList list)) {
      return text(key, node).map(List::of).orElse(List.of());
    }
    var texts = new ArrayList<String>();
    list.items().forEach(item -> text(key, item).ifPresent(texts::add));
    return List.copyOf(texts);
  }

  private Optional<String> text(String key, YamlNode node) {
    if (node instanceof YamlScalar scalar
        && scalar.kind() != YamlScalar.Kind.NULL
        && scalar.kind() != YamlScalar.Kind.EMPTY) {
      return Optional.of(scalar.text());
    }
    problems.add(
        node.at(),
        "value %s: found %s, expected text or a list of texts".formatted(key, node.described()));
    return Optional.empty();
  }
}
