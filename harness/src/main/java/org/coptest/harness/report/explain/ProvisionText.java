package org.coptest.harness.report.explain;

import java.util.Optional;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.Provision;
import org.coptest.harness.catalogue.Status;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.catalogue.TestUnit;

/** A provision with its cases and units: what is asked, how it is tested, what a PASS needs. */
final class ProvisionText {
  private final Catalogue catalogue;

  ProvisionText(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String of(Provision provision) {
    var lines = new Lines();
    lines.add("%s  %s", provision.id(), provision.title());
    lines.add(
        "%s",
        provision.status() == Status.MANDATORY
            ? "Mandatory: a FAIL means that the device does not conform."
            : "Recommended: a FAIL does not make the device fail; say in the ICS why it is not met.");
    lines.add("Asked:     %s", provision.purpose());
    lines.add("Applies:   %s", condition(provision.condition()));
    lines.add("PASS needs every applicable unit below to pass.");
    provision.cases().forEach(one -> testCase(lines, one));
    return lines.gap().add("Run it:    coptest run --only %s -v", provision.id()).text();
  }

  String of(TestCase one, TestUnit unit) {
    var lines = new Lines().add("%s  %s", one.unitId(unit), unit.purpose());
    unit(lines, unit);
    return lines.text();
  }

  String of(TestCase one) {
    var lines = new Lines();
    testCase(lines, one);
    return lines.text().stripLeading();
  }

  private String condition(Optional<String> name) {
    return name.map(id ->
            catalogue.conditions().stream()
                .filter(condition -> condition.id().equals(id))
                .findFirst()
                .map(known -> "if " + known.meaning() + " (" + id + ")")
                .orElse("if " + id))
        .orElse("always");
  }

  private void testCase(Lines lines, TestCase one) {
    lines.gap().add("%s  %s", one.id(), one.kind().text()).add("  %s", one.purpose());
    for (var unit : one.units()) {
      lines.add("  %s  %s", unit.id(), unit.purpose());
      unit(lines, unit);
    }
  }

  private void unit(Lines lines, TestUnit unit) {
    unit.condition()
        .ifPresent(name -> lines.add("     applies:  %s", condition(Optional.of(name))));
    lines.add("     tested:   %s", tested(unit));
    unit.rule().ifPresent(rule -> lines.add("     rule:     %s", rule));
    if (!unit.probes().isEmpty()) {
      lines.add("     probes:   %s", String.join(", ", unit.probes()));
    }
    unit.values()
        .entries()
        .forEach((key, values) -> lines.add("     %-9s %s", label(key), String.join(", ", values)));
    lines.add("     PASS:     %s", needs(unit));
  }

  private static String label(String key) {
    return (key.equals("requires") ? "reads" : key) + ":";
  }

  private static String tested(TestUnit unit) {
    var how =
        switch (unit.means()) {
          case NETWORK -> "over the network";
          case FIRMWARE -> "in the firmware files";
          case DOCUMENTS -> "from the declaration and documents";
          case PERSON -> "by a person";
          case NOT_YET -> "not automated in this version";
        };
    return how + unit.reason().map(reason -> ": " + reason).orElse("");
  }

  private static String needs(TestUnit unit) {
    return switch (unit.means()) {
      case NETWORK -> "the probes saw the device, their controls held, and no row fails";
      case FIRMWARE -> "every file was read to its end and no row fails";
      case DOCUMENTS -> "everything it reads is declared, no row fails, and an assessor signs it";
      case PERSON -> "a person carries it out and signs it";
      case NOT_YET -> "an assessor examines it by hand";
    };
  }
}
