package org.coptest.harness.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coptest.harness.catalogue.Entries.CaseEntry;
import org.coptest.harness.catalogue.Entries.GuidelineEntry;
import org.coptest.harness.catalogue.Entries.ProvisionEntry;
import org.coptest.harness.catalogue.Entries.UnitEntry;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.Spelling;
import org.coptest.harness.yaml.YamlNode;
import org.coptest.harness.yaml.YamlScalar;
import org.coptest.spi.declaration.Origin;

/** Checks what types cannot: ids, letters, named conditions and policies, and honest units. */
final class GuidelineCheck {

  private final Problems problems;
  private final Set<String> conditions;
  private final Set<String> policies;
  private final Map<String, Origin> seen = new HashMap<>();

  /** An entry that could not be read is missing here; gaps then say nothing. */
  private final boolean complete;

  GuidelineCheck(Problems problems, Set<String> conditions, Set<String> policies) {
    this.problems = problems;
    this.conditions = conditions;
    this.policies = policies;
    this.complete = problems.isEmpty();
  }

  void checkGroup(String id, Origin at) {
    once("group " + id, at);
    if (id.contains(".")) {
      problems.add(at, "group \"%s\" is named like a probe".formatted(id), "leave out the dot");
    }
  }

  void check(GuidelineEntry guideline) {
    once("guideline " + guideline.number(), guideline.at());
    once("guideline with order " + guideline.order(), guideline.at());
    some(guideline.provisions(), "guideline " + guideline.number(), "provisions", guideline.at());
    guideline.provisions().forEach(provision -> check(provision, guideline.number()));
  }

  private void check(ProvisionEntry provision, String number) {
    once("provision " + provision.id(), provision.at());
    named("provision", provision.id(), number, provision.at());
    provision.condition().ifPresent(this::checkCondition);
    some(provision.cases(), "provision " + provision.id(), "cases", provision.at());
    provision.cases().forEach(testCase -> check(testCase, provision.id()));
  }

  private void check(CaseEntry testCase, String provision) {
    once("test case " + testCase.id(), testCase.at());
    named("test case", testCase.id(), provision, testCase.at());
    some(testCase.units(), "test case " + testCase.id(), "units", testCase.at());
    checkLetters(testCase);
    testCase.units().forEach(this::check);
  }

  private void checkLetters(CaseEntry testCase) {
    for (int i = 0; complete && i < testCase.units().size(); i++) {
      var unit = testCase.units().get(i);
      var letter = String.valueOf((char) ('a' + i));
      if (!unit.id().equals(letter)) {
        problems.add(
            unit.at(),
            "unit \"%s\" of test case %s: expected id \"%s\""
                .formatted(unit.id(), testCase.id(), letter),
            "units are lettered a, b, c … without a gap");
      }
    }
  }

  private void check(UnitEntry unit) {
    unit.condition().ifPresent(this::checkCondition);
    Optional.ofNullable(unit.values().get("policy")).ifPresent(this::checkPolicy);
    if (unit.rule().isPresent() == unit.reason().isPresent()) {
      problems.add(
          unit.at(),
          unit.rule().isPresent()
              ? "unit \"%s\" has both a rule and a reason".formatted(unit.id())
              : "unit \"%s\" has neither a rule nor a reason".formatted(unit.id()),
          "give the rule that judges it, or the reason why none does");
    }
    checkMeans(unit);
    if (unit.rule().isEmpty() && !(unit.probes().isEmpty() && unit.values().isEmpty())) {
      problems.add(
          unit.at(),
          "unit \"%s\" has probes or values, but no rule to read them".formatted(unit.id()));
    }
  }

  private void checkMeans(UnitEntry unit) {
    var fits =
        switch (unit.means()) {
          case NETWORK -> unit.rule().isPresent() && !unit.probes().isEmpty();
          case PERSON, NOT_YET -> unit.rule().isEmpty();
          case DOCUMENTS, FIRMWARE -> true;
        };
    if (!fits) {
      problems.add(
          unit.at(),
          unit.means() == Means.NETWORK
              ? "unit \"%s\" is decided over the network, but has no rule with probes"
                  .formatted(unit.id())
              : "unit \"%s\" has a rule, but its means say that none decides it"
                  .formatted(unit.id()),
          "means tells what decides the unit in this release");
    }
  }

  private void checkCondition(YamlScalar name) {
    if (!conditions.contains(name.text())) {
      problems.add(
          name.at(),
          "there is no condition \"%s\"".formatted(name.text()),
          () -> Spelling.hint(name.text(), conditions, "conditions"));
    }
  }

  private void checkPolicy(YamlNode node) {
    if (!(node instanceof YamlScalar name) || !policies.contains(name.text())) {
      var written = node instanceof YamlScalar name ? name.text() : "";
      problems.add(
          node.at(),
          "found " + node.described() + ", expected the id of a policy",
          () -> Spelling.hint(written, policies, "policies"));
    }
  }

  private void named(String what, String id, String parent, Origin at) {
    if (!id.matches("\\Q" + parent + "\\E-[0-9]+[A-Z]?")) {
      problems.add(at, "%s \"%s\": expected an id like \"%s-1\"".formatted(what, id, parent));
    }
  }

  private void once(String what, Origin at) {
    Optional.ofNullable(seen.putIfAbsent(what, at))
        .ifPresent(
            first -> problems.add(at, "duplicate %s, first at %s".formatted(what, first.text())));
  }

  private void some(List<?> entries, String owner, String what, Origin at) {
    if (complete && entries.isEmpty()) {
      problems.add(at, "%s has no %s".formatted(owner, what));
    }
  }
}
