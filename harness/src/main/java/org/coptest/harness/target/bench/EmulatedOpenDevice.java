package org.coptest.harness.target.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.engine.OpenDevice;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.harness.target.declaration.DeclaredTarget;
import org.coptest.harness.target.driver.DeclaredDrivers;
import org.coptest.spi.Driver;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;

/** An emulated device, open for looking; stops when its last look is done. */
final class EmulatedOpenDevice implements OpenDevice {
  private final StartedDevice started;
  private final LiveDevice live;
  private final Dut dut;
  private final Runnable release;

  EmulatedOpenDevice(
      DeclaredTarget target,
      StartedDevice started,
      Pace pace,
      CampaignRecord record,
      CampaignProgress progress,
      Runnable release)
      throws ProbeException {
    this.started = started;
    this.release = release;
    this.live =
        new LiveDevice(
            target.bind(started.values()), List.of(started.address()), pace, record, progress);
    this.dut = new WithoutHostPorts(live.dut(), started.ofHost());
  }

  @Override
  public Target target() {
    return live.target();
  }

  @Override
  public Dut dut() {
    return dut;
  }

  @Override
  public Optional<Driver> driver(String name) {
    return new DeclaredDrivers(live.target(), dut).named(name);
  }

  @Override
  public Map<String, String> facts() {
    var facts = new TreeMap<>(live.facts());
    facts.putAll(started.ports());
    if (!started.ofHost().isEmpty()) {
      facts.put("ports-of-the-host", started.ofHost().text());
    }
    return facts;
  }

  @Override
  public EvidenceLog begin(String probe, Duration limit) {
    return live.begin(probe, limit);
  }

  @Override
  public EvidenceLog begin(String probe, SafetyClass authorised, Duration limit) {
    return live.begin(probe, authorised, limit);
  }

  @Override
  public List<EvidenceRef> end() {
    return live.end();
  }

  @Override
  public Life life() throws InterruptedException {
    return live.life();
  }

  @Override
  public Optional<String> change() {
    return live.change();
  }

  @Override
  public void close() {
    live.close();
    release.run();
  }
}
