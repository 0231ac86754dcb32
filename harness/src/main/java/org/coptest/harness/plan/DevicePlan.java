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

  /** About how long everything that will run takes. */
  public Duration about() {
    return probes.stream()
        .filter(PlannedProbe::runs)
        .map(this::about)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** About how long this probe takes on this device at its pace, if the device answers. */
  public Duration about(PlannedProbe probe) {
    var estimate = new EffortTime(pace).of(probe.probe().effort(target));
    var cap = probe.probe().needs().cap();
    return estimate.compareTo(cap) < 0 ? estimate : cap;
  }

  /** Id of the device. */
  public String id() {
    return target.id();
  }
}
