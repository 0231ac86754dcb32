package org.coptest.harness.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is kept in memory of a device while it is looked at and judged. */
final class ActiveDevice {
  private final Map<String, ProbeOutcome> outcomes = new LinkedHashMap<>();
  private final Map<String, CaseResult> judged = new LinkedHashMap<>();
  private int number;

  ActiveDevice(int lastNumber) {
    this.number = lastNumber;
  }

  /** The device looked at anew; numbers go on. */
  synchronized ActiveDevice anew() {
    return new ActiveDevice(number);
  }

  synchronized int nextNumber() {
    return ++number;
  }

  synchronized void add(String id, ProbeOutcome outcome) {
    outcomes.put(id, outcome);
  }

  synchronized void add(CaseResult result) {
    judged.put(result.id(), result);
  }

  synchronized boolean holds(CaseResult result) {
    return result.equals(judged.get(result.id()));
  }

  synchronized Map<String, ProbeOutcome> outcomes() {
    return new LinkedHashMap<>(outcomes);
  }

  synchronized List<CaseResult> judged() {
    return new ArrayList<>(judged.values());
  }
}
