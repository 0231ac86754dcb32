package org.coptest.harness.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coptest.harness.record.RunInfo;
import org.coptest.spi.Probe;
import org.coptest.spi.Rule;

/**
 * The probes and rules of this run, by id.
 *
 * @param plugins the jars that some of them came from
 */
public record Extensions(
    Map<String, Probe<?>> probes, Map<String, Rule> rules, List<RunInfo.Plugin> plugins) {

  /**
   * Collects probes and rules.
   *
   * @throws IllegalStateException when there is no probe, or two have the same id
   */
  public static Extensions of(
      Iterable<? extends Probe<?>> probes, Iterable<Rule> rules, List<RunInfo.Plugin> plugins) {
    var byId = new TreeMap<String, Probe<?>>();
    probes.forEach(probe -> unique(probe.id(), byId.put(probe.id(), probe)));
    var rulesById = new TreeMap<String, Rule>();
    rules.forEach(rule -> unique(rule.id(), rulesById.put(rule.id(), rule)));
    if (byId.isEmpty()) {
      throw new IllegalStateException(
          "there is no probe on the class path: this build is broken, nothing would be tested");
    }
    return new Extensions(Map.copyOf(byId), Map.copyOf(rulesById), plugins);
  }

  private static void unique(String id, @org.jspecify.annotations.Nullable Object earlier) {
    if (earlier != null) {
      throw new IllegalStateException("two probes or rules are both called " + id);
    }
  }

  /** The probe of this id. */
  public Optional<Probe<?>> probe(String id) {
    return Optional.ofNullable(probes.get(id));
  }

  /** The rule of this id. */
  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }
}
