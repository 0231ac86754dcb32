package org.coptest.harness.plan;

import java.time.Duration;
import java.util.List;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Target;

/**
 * What will be done to one device.
 *
 * @param target the device as declared
 * @param probes in the order they run, each once
 * @param samplesProbes probes that need a second sample too; they run after both devices
 * @param cases in catalogue order
 */
public record DevicePlan(
    Target target,
    Pace pace,
    List<PlannedProbe> probes,
    List<PlannedProbe> samplesProbes,
    List<PlannedCase> cases) {

  /** Usual duration of everything that will run. */
  public Duration typical() {
    return probes.stream()
        .filter(PlannedProbe::runs)
        .map(probe -> probe.probe().needs().typical())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Id of the device. */
  public String id() {
    return target.id();
  }
}
