package org.coptest.spi;

import java.time.LocalDate;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.declaration.Target;

/**
 * Where the line is for one unit: what the maker declared, the policy, the suite's values.
 *
 * @param target the device as declared
 * @param provision id of the provision, {@code 5.6-1}
 * @param unit id of the unit, {@code 5.6-1-2 b}
 * @param values the suite's values for this unit
 * @param policies the policies of the catalogue
 * @param today the day of judging, for lists and support periods
 */
public record Criteria(
    Target target,
    String provision,
    String unit,
    SuiteValues values,
    Policies policies,
    LocalDate today) {

  /** The typed declaration of the device. */
  public Ixit ixit() {
    return target.ixit();
  }

  /** The policy that the suite names for this unit under {@code policy}. */
  public Policy policy() {
    return policies.named(values.text("policy"));
  }
}
