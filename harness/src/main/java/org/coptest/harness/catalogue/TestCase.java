package org.coptest.harness.catalogue;

import java.util.List;

/**
 * What gets a verdict under a provision.
 *
 * @param id {@code 5.6-1-2}
 * @param kind conceptual, functional or mixed
 * @param purpose what is to be shown
 * @param units its lettered steps, in order
 */
public record TestCase(String id, Kind kind, String purpose, List<TestUnit> units) {

  /** Copies its list. */
  public TestCase {
    units = List.copyOf(units);
  }

  /** The full id of one of its units, {@code 5.6-1-2 b}. */
  public String unitId(TestUnit unit) {
    return id + " " + unit.id();
  }
}
