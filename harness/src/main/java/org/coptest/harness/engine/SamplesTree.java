package org.coptest.harness.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.spi.ProbeException;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;

/**
 * Work that needs several samples of a model: a node of its own that runs after all devices and
 * holds the locks of every sample.
 */
final class SamplesTree {
  private final ConformanceContext context;
  private final DeviceTree trees;
  private final Map<String, DevicePlan> devices;

  SamplesTree(ConformanceContext context, Map<String, DevicePlan> devices) {
    this.context = context;
    this.trees = new DeviceTree(context);
    this.devices = devices;
  }

  Branch.Root root(DevicePlan device) {
    var locks = new LinkedHashSet<ExclusiveResource>();
    members(device).forEach(member -> locks.addAll(trees.locks(member)));
    return new Branch.Root(
        "samples",
        device.id(),
        device.id() + " and its samples",
        locks,
        (c, branch) -> run(device, branch));
  }

  private List<DevicePlan> members(DevicePlan device) {
    var members = new ArrayList<DevicePlan>();
    members.add(device);
    device.target().samples().forEach(id -> members.add(sample(id)));
    return members;
  }

  private DevicePlan sample(String id) {
    var sample = devices.get(id);
    if (sample == null) {
      throw new IllegalStateException("sample " + id + " is not part of this campaign");
    }
    return sample;
  }

  private void run(DevicePlan device, Branch branch) throws Exception {
    context.stop().enter();
    var open = new ArrayList<OpenDevice>();
    try (var runner = context.runner()) {
      for (var member : members(device)) {
        open.add(context.workbench().open(member));
      }
      branch.container(
          "observe", "observe", "observe", below -> probes(device, open, runner, below));
    } catch (ProbeException cannot) {
      new Observing(context, device).couldNotOpen(device.samplesProbes(), cannot);
    } finally {
      open.forEach(OpenDevice::close);
      context.stop().leave();
    }
    if (!context.stop().isAsked()) {
      trees.judge(device, context.workbench().asRecorded(device), branch);
    }
  }

  private void probes(DevicePlan device, List<OpenDevice> open, ProbeRunner runner, Branch branch)
      throws Exception {
    for (var probe : device.samplesProbes()) {
      if (probe.runs() && !context.stop().isAsked()) {
        branch.leaf(
            "probe",
            probe.id(),
            probe.id(),
            leaf -> runner.run(device, probe, open, context.time()));
      }
    }
  }
}
