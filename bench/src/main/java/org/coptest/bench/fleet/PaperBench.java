package org.coptest.bench.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coptest.harness.engine.OpenDevice;
import org.coptest.harness.engine.Workbench;
import org.coptest.harness.plan.DevicePlan;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Dut;

/** Devices on paper: always alive, with no network behind them. */
final class PaperBench implements Workbench {

  @Override
  public OpenDevice open(DevicePlan device) {
    return new PaperDevice(device.target());
  }

  @Override
  public List<String> locks(DevicePlan device) {
    return List.of("paper:" + device.id());
  }

  @Override
  public Target asRecorded(DevicePlan device) {
    return device.target();
  }

  private record PaperDevice(Target target) implements OpenDevice {
    @Override
    public Dut dut() {
      throw new UnsupportedOperationException("a device on paper has no network");
    }

    @Override
    public Map<String, String> facts() {
      return Map.of("address", "127.0.0.1");
    }

    @Override
    public EvidenceLog begin(String probe, Duration limit) {
      return new NoEvidence();
    }

    @Override
    public List<EvidenceRef> end() {
      return List.of();
    }

    @Override
    public Life life() {
      return Life.ALIVE;
    }

    @Override
    public void close() {}
  }

  private record NoEvidence() implements EvidenceLog {
    @Override
    public EvidenceRef text(String title, String body) {
      throw new UnsupportedOperationException("trivial probes leave no evidence");
    }

    @Override
    public EvidenceRef bytes(String title, byte[] body) {
      throw new UnsupportedOperationException("trivial probes leave no evidence");
    }

    @Override
    public void progress(String what, long done, long total) {}
  }
}
