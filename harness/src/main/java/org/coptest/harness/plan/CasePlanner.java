package org.coptest.harness.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.ConditionEvaluator;
import org.coptest.harness.catalogue.Guideline;
import org.coptest.harness.catalogue.Provision;
import org.coptest.harness.catalogue.Status;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.catalogue.TestUnit;
import org.coptest.harness.catalogue.Truth;
import org.coptest.spi.declaration.Support;
import org.coptest.spi.declaration.SupportClaim;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;

/** Decides per case and unit what applies to a device, what was deselected, what needs a person. */
final class CasePlanner {
  private final Catalogue catalogue;
  private final ConditionEvaluator conditions;
  private final Selection selection;

  CasePlanner(Catalogue catalogue, Selection selection) {
    this.catalogue = catalogue;
    this.conditions = new ConditionEvaluator(catalogue.conditions());
    this.selection = selection;
  }

  List<PlannedCase> cases(Target target) {
    return catalogue.guidelines().stream().flatMap(guideline -> cases(guideline, target)).toList();
  }

  private Stream<PlannedCase> cases(Guideline guideline, Target target) {
    return guideline.provisions().stream()
        .flatMap(p -> p.cases().stream().map(c -> planned(guideline, p, c, target)));
  }

  private PlannedCase planned(
      Guideline guideline, Provision provision, TestCase testCase, Target target) {
    var units =
        testCase.units().stream()
            .map(unit -> planned(guideline, provision, testCase, unit, target))
            .toList();
    return new PlannedCase(guideline, provision, testCase, claim(provision, target), units);
  }

  private PlannedUnit planned(
      Guideline guideline, Provision provision, TestCase testCase, TestUnit unit, Target target) {
    var notApplicable =
        unit.condition()
            .filter(name -> conditions.evaluate(name, target.ixit()).truth() == Truth.FALSE)
            .map(name -> "by declaration it is not so that " + meaning(name));
    var ids =
        Stream.concat(
                Stream.of(provision.id(), testCase.id(), testCase.unitId(unit)),
                unit.probes().stream())
            .toList();
    var left =
        selection.takes(guideline.number(), ids)
            ? byHand(unit)
            : Optional.of(new Left(Cause.DESELECTED, "a filter of this run left it out"));
    return new PlannedUnit(unit, notApplicable, left);
  }

  private static Optional<Left> byHand(TestUnit unit) {
    return unit.reason()
        .map(reason ->
            switch (unit.means()) {
              case PERSON -> new Left(Cause.NEEDS_OPERATOR, reason);
              case DOCUMENTS -> new Left(Cause.NEEDS_ASSESSOR, reason);
              case NETWORK, FIRMWARE, NOT_YET -> new Left(Cause.NOT_AUTOMATED, reason);
            });
  }

  private Optional<PlannedCase.Claim> claim(Provision provision, Target target) {
    return Optional.ofNullable(target.ics().get(provision.id()))
        .flatMap(claim -> claim(provision, claim, target));
  }

  private Optional<PlannedCase.Claim> claim(
      Provision provision, SupportClaim claim, Target target) {
    if (claim.support() == Support.NO && provision.status() == Status.MANDATORY) {
      return Optional.of(new PlannedCase.Claim.MandatoryNotSupported(claim.at().text()));
    }
    var reason = claim.detail().filter(text -> !text.isBlank());
    return claim.support() == Support.NOT_APPLICABLE && isFalse(provision, target)
        ? reason.map(PlannedCase.Claim.Accepted::new)
        : Optional.empty();
  }

  private boolean isFalse(Provision provision, Target target) {
    return provision
        .condition()
        .filter(name -> conditions.evaluate(name, target.ixit()).truth() == Truth.FALSE)
        .isPresent();
  }

  private String meaning(String condition) {
    return catalogue.conditions().stream()
        .filter(c -> c.id().equals(condition))
        .findFirst()
        .map(c -> c.meaning())
        .orElse(condition);
  }
}
