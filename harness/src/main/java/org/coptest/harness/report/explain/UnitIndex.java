package org.coptest.harness.report.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.catalogue.TestUnit;
import org.coptest.spi.verdict.Cause;

/** Finds test cases and units by their ids, and by the probes, rules and conditions they name. */
final class UnitIndex {
  private final Catalogue catalogue;
  private final ProvisionText texts;

  UnitIndex(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.texts = new ProvisionText(catalogue);
  }

  Optional<String> of(String asked) {
    return testCase(asked)
        .or(() -> unit(asked))
        .or(() -> users("probe", asked, unit -> unit.probes().contains(asked)))
        .or(() -> users("rule", asked, unit -> unit.rule().filter(asked::equals).isPresent()))
        .or(() -> condition(asked));
  }

  private Optional<String> testCase(String asked) {
    return catalogue.cases().stream()
        .filter(one -> one.id().equals(asked))
        .findFirst()
        .map(texts::of);
  }

  private Optional<String> unit(String asked) {
    return catalogue.cases().stream()
        .flatMap(one ->
            one.units().stream()
                .filter(unit -> one.unitId(unit).equals(asked))
                .map(unit -> texts.of(one, unit)))
        .findFirst();
  }

  private Optional<String> users(String kind, String asked, Predicate<TestUnit> uses) {
    var lines = new Lines().add("%s %s takes part in:", kind, asked);
    var found = new ArrayList<String>();
    for (var one : catalogue.cases()) {
      one.units().stream().filter(uses).forEach(unit -> found.add(line(one, unit)));
    }
    found.forEach(lines::add);
    return found.isEmpty() ? Optional.empty() : Optional.of(lines.text());
  }

  private static String line(TestCase one, TestUnit unit) {
    return "  %-12s %s".formatted(one.unitId(unit), unit.purpose());
  }

  private Optional<String> condition(String asked) {
    return catalogue.conditions().stream()
        .filter(condition -> condition.id().equals(asked))
        .findFirst()
        .map(known -> {
          var lines = new Lines();
          lines.add("condition %s: %s", known.id(), known.meaning());
          catalogue.provisions().stream()
              .filter(p -> p.condition().filter(known.id()::equals).isPresent())
              .forEach(p -> lines.add("  %-8s %s", p.id(), p.title()));
          return lines.text();
        });
  }

  /** Everything that can be asked for. */
  List<String> ids() {
    var ids = new LinkedHashSet<String>();
    catalogue.guidelines().forEach(guideline -> ids.add(guideline.number()));
    catalogue.provisions().forEach(provision -> ids.add(provision.id()));
    catalogue.cases().forEach(one -> ids.add(one.id()));
    catalogue.units().forEach(unit -> ids.addAll(unit.probes()));
    catalogue.units().forEach(unit -> unit.rule().ifPresent(ids::add));
    catalogue.conditions().forEach(condition -> ids.add(condition.id()));
    Stream.of(Cause.values()).forEach(cause -> ids.add(cause.name()));
    return List.copyOf(ids);
  }
}
