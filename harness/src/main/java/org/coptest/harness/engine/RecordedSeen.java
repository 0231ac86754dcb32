package org.coptest.harness.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.ProbeOutcome.CouldNotLook;
import org.coptest.harness.record.ProbeOutcome.Observed;
import org.coptest.spi.Observation;
import org.coptest.spi.Seen;

/** What a rule may read: the recorded outcomes of the probes its unit names. */
final class RecordedSeen implements Seen {
  private final Map<String, ProbeOutcome> outcomes = new LinkedHashMap<>();

  RecordedSeen(Map<String, ProbeOutcome> recorded, List<String> probes) {
    recorded.forEach((id, outcome) -> {
      if (probes.contains(outcome.probe())) {
        outcomes.put(id, outcome);
      }
    });
  }

  @Override
  public <O extends Observation> O only(Class<O> type) {
    var found = all(type);
    if (found.size() != 1) {
      throw new NotSeenException(type.getSimpleName());
    }
    return found.get(0);
  }

  @Override
  public <O extends Observation> List<O> all(Class<O> type) {
    return observed().map(Observed::observation).filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public List<Trouble> troubles() {
    var troubles = new ArrayList<Trouble>();
    outcomes.values().stream()
        .filter(CouldNotLook.class::isInstance)
        .map(CouldNotLook.class::cast)
        .forEach(one -> troubles.add(new Trouble(one.probe(), one.cause(), one.reason())));
    return troubles;
  }

  boolean isEmpty() {
    return outcomes.isEmpty();
  }

  /** Ids of the records a row rests on. */
  List<String> ids() {
    return List.copyOf(outcomes.keySet());
  }

  Stream<ProbeOutcome> stream() {
    return outcomes.values().stream();
  }

  private Stream<Observed> observed() {
    return outcomes.values().stream().filter(Observed.class::isInstance).map(Observed.class::cast);
  }
}
