package org.coptest.harness.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One shall or should of the Code.
 *
 * @param id {@code 5.6-1}
 * @param title a short claim
 * @param status mandatory or recommended
 * @param condition name of the condition under which it applies
 * @param purpose what is to be shown
 * @param cases its test cases, in order
 */
public record Provision(
    String id,
    String title,
    Status status,
    Optional<String> condition,
    String purpose,
    List<TestCase> cases) {

  /** Copies its list. */
  public Provision {
    cases = List.copyOf(cases);
  }
}
