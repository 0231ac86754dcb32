package org.coptest.harness.catalogue;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.SuiteValues;

/**
 * A lettered step of a test case. It has either a rule, or a reason why it is not automated.
 *
 * @param id the letter, {@code a}
 * @param purpose what is to be shown
 * @param means what decides it
 * @param probes ids of the probes whose observations the rule reads
 * @param rule id of the rule that judges it
 * @param values values for the rule
 * @param condition name of the condition under which the unit applies
 * @param reason why no rule judges it and what it would take
 */
public record TestUnit(
    String id,
    String purpose,
    Means means,
    List<String> probes,
    Optional<String> rule,
    SuiteValues values,
    Optional<String> condition,
    Optional<String> reason) {

  /** Copies its list. */
  public TestUnit {
    probes = List.copyOf(probes);
  }

  /** Whether a probe may decide it; such a unit counts in {@code observed}. */
  public boolean probed() {
    return !probes.isEmpty();
  }
}
