package org.coptest.harness.engine;

import java.time.Duration;
import java.util.List;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.plan.PlannedProbe;
import org.coptest.harness.record.ProbeOutcome.CouldNotLook;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Target;

/** The observe half of a device: opens it, runs what is not yet in the record, closes it. */
final class Observing {
  private final ConformanceContext context;
  private final DevicePlan device;

  Observing(ConformanceContext context, DevicePlan device) {
    this.context = context;
    this.device = device;
  }

  /** Returns the device as it was declared when it was looked at. */
  Target run(Branch branch) throws Exception {
    context.progress().deviceStarted(device);
    if (context.judgeOnly() || isComplete()) {
      return context.workbench().asRecorded(device);
    }
    var restart = DeviceTree.outstanding(context, device);
    try (var open = context.workbench().open(device);
        var runner = context.runner()) {
      if (!resumes(open)) {
        context.record().deviceStarted(device.id(), open.facts());
        restart = DeviceTree.outstanding(context, device);
      }
      var probes = restart;
      branch.container(
          "observe", "observe", "observe", below -> probes(probes, open, runner, below));
      return open.target();
    } catch (ProbeException cannot) {
      couldNotOpen(restart, cannot);
      return context.workbench().asRecorded(device);
    }
  }

  private boolean isComplete() {
    var started = !context.record().facts(device.id()).isEmpty();
    var nothingToDo = device.probes().stream().noneMatch(PlannedProbe::runs);
    return (started || nothingToDo) && DeviceTree.outstanding(context, device).isEmpty();
  }

  /** An emulated device that was started anew is another device than the one on record. */
  private boolean resumes(OpenDevice open) {
    return open.facts().equals(context.record().facts(device.id()));
  }

  private void probes(List<PlannedProbe> probes, OpenDevice open, ProbeRunner runner, Branch branch)
      throws Exception {
    for (var probe : probes) {
      if (context.stop().isAsked()) {
        return;
      }
      branch.leaf(
          "probe",
          probe.id(),
          probe.id(),
          leaf -> {
            try {
              runner.run(device, probe, List.of(open), context.time());
            } catch (InterruptedException stopped) {
              context.stop().now();
            }
          });
    }
  }

  void couldNotOpen(List<PlannedProbe> probes, ProbeException cannot) {
    probes.stream().filter(PlannedProbe::runs).forEach(probe -> couldNotOpen(probe, cannot));
  }

  private void couldNotOpen(PlannedProbe probe, ProbeException cannot) {
    var outcome =
        new CouldNotLook(
            probe.id(),
            context.clock().instant(),
            Duration.ZERO,
            List.of(),
            cannot.reasonCode(),
            String.valueOf(cannot.getMessage()));
    context.record().probeFinished(device.id(), outcome);
    context.progress().probeFinished(device, outcome);
  }
}
