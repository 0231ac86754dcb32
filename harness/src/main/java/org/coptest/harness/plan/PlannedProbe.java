package org.coptest.harness.plan;

import java.util.Optional;
import org.coptest.spi.Probe;
import org.coptest.spi.SafetyClass;

/**
 * A probe on one device.
 *
 * @param safety what it may do to this device, given its declaration
 * @param left why it will not run, empty when it will
 */
public record PlannedProbe(Probe<?> probe, SafetyClass safety, Optional<Left> left) {

  /** Whether it will run. */
  public boolean runs() {
    return left.isEmpty();
  }

  /** Id of the probe. */
  public String id() {
    return probe.id();
  }
}
