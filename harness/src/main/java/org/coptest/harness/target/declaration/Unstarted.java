package org.coptest.harness.target.declaration;

import java.util.ArrayList;
import java.util.List;

/** Stands in for an emulated device that does not run yet: ports from 1 up, no secrets. */
final class Unstarted implements EmulatedValues {
  private final List<String> services = new ArrayList<>();

  @Override
  public int port(String service) {
    if (!services.contains(service)) {
      services.add(service);
    }
    return services.indexOf(service) + 1;
  }

  @Override
  public String secret(String name) {
    return "";
  }
}
