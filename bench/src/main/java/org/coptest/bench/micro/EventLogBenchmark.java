package org.coptest.bench.micro;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.coptest.bench.measure.ScratchFolder;
import org.coptest.harness.record.Campaign;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.CampaignHeader;
import org.coptest.harness.record.ObservationTypes;
import org.coptest.harness.record.RunInfo;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One line appended to a hash-chained log that is synced to the disk every 100 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventLogBenchmark {
  private static final Map<String, String> FACTS = Map.of("life", "alive", "after", "ports.sweep");

  /** Open while the benchmark runs. */
  @State(Scope.Benchmark)
  public static class Open {
    private final ScratchFolder scratch = ScratchFolder.make();
    private final Campaign campaign =
        Campaign.create(new CampaignFolder(scratch.path()), header(), ObservationTypes.none());

    private static CampaignHeader header() {
      return new CampaignHeader(
          "log",
          Clock.systemUTC().instant(),
          new RunInfo.Tool("bench", "none", List.of(), Optional.empty()),
          new RunInfo.CatalogueRef("bench", "00"),
          List.of(),
          "ci",
          Optional.empty(),
          Optional.empty(),
          Map.of());
    }

    /** Closes the log and removes it. */
    @TearDown(Level.Trial)
    public void remove() {
      campaign.close();
      scratch.close();
    }
  }

  /** One note about a device. */
  @Benchmark
  public void append(Open open) {
    open.campaign.note("dev-1", "life", FACTS);
  }
}
