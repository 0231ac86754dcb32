package org.coptest.bench.compare;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.bench.measure.Processor;
import org.coptest.harness.record.Campaign;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.CampaignHeader;
import org.coptest.harness.record.ObservationTypes;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.target.net.BenchTime;
import org.coptest.harness.target.net.Deadline;
import org.coptest.harness.target.net.DutSettings;
import org.coptest.harness.target.net.Limits;
import org.coptest.harness.target.net.LiveDut;
import org.coptest.harness.target.net.PaceTable;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.net.PortSet;

/** All 65,535 ports through the Dut, as a probe would, with a record behind it. */
final class OurSweep implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final byte[] NO_SALT = {};
  private final Campaign record;

  OurSweep(Path folder) {
    record = record(folder);
  }

  /** An empty record in this folder. */
  static Campaign record(Path folder) {
    return Campaign.create(new CampaignFolder(folder), header(), ObservationTypes.none());
  }

  private static CampaignHeader header() {
    return new CampaignHeader(
        "sweep",
        Clock.systemUTC().instant(),
        new RunInfo.Tool("bench", "none", List.of(), Optional.empty()),
        new RunInfo.CatalogueRef("bench", "00"),
        List.of(),
        "ci",
        Optional.of("unlimited"),
        Optional.empty(),
        Map.of());
  }

  Found sweep(InetAddress address) throws ProbeException, InterruptedException {
    var deadline = Deadline.after("bench", LIMIT, BenchTime.system());
    try (var dut = new LiveDut(settings(address, deadline), record)) {
      dut.beginProbe("bench.sweep", deadline, NO_SALT);
      var processor = Processor.own();
      long started = System.nanoTime();
      var sweep = dut.sweep(address, PortSet.all(), (done, total) -> {});
      var wall = Duration.ofNanos(System.nanoTime() - started);
      return new Found(sweep.open(), wall, Optional.of(Processor.own().minus(processor)));
    }
  }

  private static DutSettings settings(InetAddress address, Deadline deadline) {
    return new DutSettings(
        "dev",
        List.of(address),
        false,
        PaceTable.of(Pace.UNLIMITED),
        Limits.standard(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        7,
        deadline,
        List.of(),
        BenchTime.system());
  }

  @Override
  public void close() {
    record.close();
  }
}
