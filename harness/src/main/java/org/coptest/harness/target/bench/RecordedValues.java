package org.coptest.harness.target.bench;

import java.util.Map;
import org.coptest.harness.target.declaration.EmulatedValues;

/** Ports of an emulated device as they were recorded; its secrets are not needed for judging. */
record RecordedValues(Map<String, String> facts) implements EmulatedValues {

  @Override
  public int port(String service) {
    return Integer.parseInt(facts.getOrDefault("emulated." + service, "1"));
  }

  @Override
  public String secret(String name) {
    return "";
  }
}
