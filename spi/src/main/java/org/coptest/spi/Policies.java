package org.coptest.spi;

import java.util.List;

/** The policies of the catalogue. */
public record Policies(List<Policy> all) {

  /**
   * The policy with this id.
   *
   * @throws IllegalArgumentException when there is none: the plan checks this beforehand
   */
  public Policy named(String id) {
    return all.stream()
        .filter(policy -> policy.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no policy named " + id));
  }
}
