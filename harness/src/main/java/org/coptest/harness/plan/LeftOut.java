package org.coptest.harness.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coptest.harness.catalogue.Kind;

/** Carries the reasons why probes will not run over to the units that need them. */
final class LeftOut {
  private final Map<String, PlannedProbe> byId;

  LeftOut(List<PlannedProbe> probes) {
    this.byId = probes.stream().collect(Collectors.toMap(PlannedProbe::id, Function.identity()));
  }

  /** Papers need no probe: one that cannot look for counter-evidence takes nothing from them. */
  PlannedCase applied(PlannedCase one) {
    if (one.testCase().kind() == Kind.CONCEPTUAL) {
      return one;
    }
    var units = one.units().stream().map(this::applied).toList();
    return new PlannedCase(one.guideline(), one.provision(), one.testCase(), one.claim(), units);
  }

  private PlannedUnit applied(PlannedUnit unit) {
    if (unit.left().isPresent() || unit.notApplicable().isPresent()) {
      return unit;
    }
    return new PlannedUnit(unit.unit(), unit.notApplicable(), missing(unit));
  }

  /** One probe that does not run is enough: the unit can still FAIL, but never PASS. */
  private Optional<Left> missing(PlannedUnit unit) {
    return unit.unit().probes().stream()
        .map(byId::get)
        .filter(Objects::nonNull)
        .flatMap(probe -> probe.left().stream())
        .findFirst();
  }
}
