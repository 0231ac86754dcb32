package org.coptest.harness.plan;

import java.util.List;
import java.util.Optional;
import org.coptest.harness.catalogue.Guideline;
import org.coptest.harness.catalogue.Provision;
import org.coptest.harness.catalogue.TestCase;

/**
 * A test case on one device.
 *
 * @param claim what the ICS says against testing it as any other: not applicable or not supported
 */
public record PlannedCase(
    Guideline guideline,
    Provision provision,
    TestCase testCase,
    Optional<Claim> claim,
    List<PlannedUnit> units) {

  /** What the ICS claims and whether the claim is accepted. */
  public sealed interface Claim {

    /** Not applicable, with a reason and a condition that is false. */
    record Accepted(String reason) implements Claim {}

    /** A mandatory provision that the maker says is not supported. */
    record MandatoryNotSupported(String declaredAt) implements Claim {}
  }
}
