package org.coptest.harness.target.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.engine.OpenDevice;
import org.coptest.harness.engine.Workbench;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.harness.target.declaration.DeclaredTarget;
import org.coptest.harness.target.net.BenchTime;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.verdict.Cause;

/**
 * The bench of one campaign. An emulated device that is a sample of another one keeps running until
 * the bench is closed, so that both are still the devices that were looked at.
 */
public final class LiveWorkbench implements Workbench, AutoCloseable {
  private final Map<String, DeclaredTarget> declared;
  private final List<DeviceEmulator> emulators;
  private final CampaignRecord record;
  private final CampaignProgress progress;
  private final Set<String> shared;
  private final EmulatedAddresses addresses = new EmulatedAddresses();
  private final Map<String, StartedDevice> started = new ConcurrentHashMap<>();

  /** For these targets. */
  public LiveWorkbench(
      List<DeclaredTarget> targets,
      List<DeviceEmulator> emulators,
      CampaignRecord record,
      CampaignProgress progress) {
    this.declared = targets.stream().collect(Collectors.toMap(DeclaredTarget::id, t -> t));
    this.emulators = emulators;
    this.record = record;
    this.progress = progress;
    this.shared =
        targets.stream()
            .map(DeclaredTarget::unstarted)
            .filter(target -> !target.samples().isEmpty())
            .flatMap(target -> Stream.concat(Stream.of(target.id()), target.samples().stream()))
            .collect(Collectors.toSet());
  }

  @Override
  public OpenDevice open(DevicePlan device) throws ProbeException, InterruptedException {
    var target = declared(device);
    var emulate = target.emulate();
    if (emulate.isEmpty()) {
      var real = target.unstarted();
      return new LiveDevice(real, HostNames.resolved(real), device.pace(), record, progress);
    }
    var running = started.computeIfAbsent(device.id(), id -> start(emulate.get()));
    if (running.failure().isPresent()) {
      started.remove(device.id());
      throw running.failure().get();
    }
    return new EmulatedOpenDevice(
        target, running, device.pace(), record, progress, () -> release(device.id()));
  }

  @Override
  public List<String> locks(DevicePlan device) {
    var reach = device.target().reach();
    var hosts = new ArrayList<String>();
    reach.host().ifPresent(host -> hosts.add("host:" + host));
    reach.hosts().orElse(List.of()).forEach(host -> hosts.add("host:" + host));
    return hosts.isEmpty() ? List.of("emulated:" + device.id()) : hosts;
  }

  @Override
  public Target asRecorded(DevicePlan device) {
    return declared(device).bind(new RecordedValues(record.facts(device.id())));
  }

  @Override
  public void close() {
    started.values().forEach(StartedDevice::close);
    started.clear();
  }

  private void release(String id) {
    if (!shared.contains(id)) {
      var running = started.remove(id);
      if (running != null) {
        running.close();
      }
    }
  }

  private StartedDevice start(String emulate) {
    var slash = emulate.indexOf('/');
    var make = emulate.substring(slash + 1);
    var emulator =
        emulators.stream()
            .filter(each -> each.persona().equals(emulate.substring(0, slash)))
            .filter(each -> each.makes().contains(make))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no emulator for " + emulate));
    InetAddress address = addresses.next();
    var ofHost = HostPorts.onAllAddresses();
    try {
      return StartedDevice.running(emulator, make, address, ofHost);
    } catch (IOException noPort) {
      return StartedDevice.failed(
          new ProbeException(
              Cause.BENCH_FAULT, "the emulated device could not start: " + noPort, noPort));
    }
  }

  private DeclaredTarget declared(DevicePlan device) {
    var target = declared.get(device.id());
    if (target == null) {
      throw new IllegalStateException("device " + device.id() + " is not on this bench");
    }
    return target;
  }

  static BenchTime time() {
    return BenchTime.system();
  }
}
