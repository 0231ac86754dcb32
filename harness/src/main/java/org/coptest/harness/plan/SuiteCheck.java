package org.coptest.harness.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.catalogue.TestUnit;

/** Checks that every probe, rule, value and policy a suite names is there. */
public final class SuiteCheck {
  private final Catalogue catalogue;
  private final Extensions extensions;

  /** For these suites and these extensions. */
  public SuiteCheck(Catalogue catalogue, Extensions extensions) {
    this.catalogue = catalogue;
    this.extensions = extensions;
  }

  /** All problems, one sentence each; empty when every name is known. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    for (var testCase : catalogue.cases()) {
      testCase.units().forEach(unit -> check(testCase, unit, problems));
    }
    return problems;
  }

  private void check(TestCase testCase, TestUnit unit, List<String> problems) {
    var where = "test unit " + testCase.unitId(unit) + ": ";
    unit.probes().stream()
        .filter(id -> extensions.probe(id).isEmpty())
        .forEach(id -> problems.add(where + unknown("probe", id, extensions.probes().keySet())));
    unit.rule()
        .filter(id -> extensions.rule(id).isEmpty())
        .ifPresent(id -> problems.add(where + unknown("rule", id, extensions.rules().keySet())));
    unit.rule()
        .flatMap(extensions::rule)
        .ifPresent(rule ->
            unit.values().entries().keySet().stream()
                .filter(key -> !rule.values().contains(key))
                .forEach(key ->
                    problems.add(
                        where
                            + "rule %s reads no value called \"%s\", it reads %s"
                                .formatted(rule.id(), key, rule.values()))));
    unit.values().list("policy").stream()
        .filter(id -> catalogue.policies().all().stream().noneMatch(p -> p.id().equals(id)))
        .forEach(id -> problems.add(where + "there is no policy called \"" + id + "\""));
  }

  private static String unknown(String kind, String id, Collection<String> known) {
    var topic = id.substring(0, Math.max(0, id.indexOf('.')));
    var near = known.stream().filter(other -> other.startsWith(topic + ".")).sorted().toList();
    return String.format(
        Locale.ROOT,
        "there is no %s called \"%s\"%s",
        kind,
        id,
        near.isEmpty() ? "" : "; under " + topic + " there are " + near);
  }
}
