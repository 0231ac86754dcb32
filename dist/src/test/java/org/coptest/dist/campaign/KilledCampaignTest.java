package org.coptest.dist.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.coptest.dist.fixture.ExamplePlugin;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.dist.fixture.ToolProcess;
import org.coptest.harness.record.RunJson;
import org.coptest.spi.Probe;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole campaigns, ended by kill -9 at twenty places from the first event to the last. */
class KilledCampaignTest {

  private static final int CASES = 12;
  private static final Pattern JUDGED =
      Pattern.compile(
          "\"kind\":\"caseJudged\",\"target\":\"([^\"]+)\",\"payload\":\\{\"id\":\"([^\"]+)\""
              + ".*?\"verdict\":\"([A-Z_]+)\"");

  /** As the example, on a device without services: it starts at once, and this test starts many. */
  private static final String QUICK =
      """
      package org.example.plugin;

      import org.coptest.spi.*;
      import org.coptest.spi.net.ConnectResult;
      import org.coptest.spi.net.Endpoint;

      public final class QuickLook implements Probe<Greeting> {
        @Override public String id() { return "example.greeting-look"; }
        @Override public Needs needs() { return new GreetingLook().needs(); }
        @Override public Greeting observe(Bench bench, EvidenceLog evidence)
            throws InterruptedException, ProbeException {
          var closed = Endpoint.tcp(bench.dut().addresses().get(0), 1);
          var refused = bench.dut().connect(closed) instanceof ConnectResult.Refused;
          return new Greeting("LogIntf-None", "SSH-2.0-none", refused,
              evidence.text("first look", "one"), evidence.text("second look", "two"));
        }
      }
      """;

  private static final String DEVICE =
      """
        - id: %s
          reach: {emulate: silent/closed}
      """;

  @TempDir Path temp;
  private Path devices;
  private SmallHome home;

  @Test
  void everyFinishedVerdictSurvivesAndTheRestIsMadeUpForOnResume() throws Exception {
    home = SmallHome.in(Files.createDirectory(temp.resolve("home")), CASES);
    ExamplePlugin.jar()
        .source("org.example.plugin.QuickLook", QUICK)
        .service(Probe.class, "org.example.plugin.QuickLook")
        .write(home.plugins().resolve("example.jar"));
    devices = home.declaration("devices.yaml", DEVICE.formatted("one") + DEVICE.formatted("two"));
    var whole = temp.resolve("whole");
    assertThat(home.tool().run(run(whole)).exit()).isZero();
    var expected = verdicts(whole);
    assertThat(expected).hasSize(2 * CASES);
    long events = lines(whole);

    var places = new HashSet<Long>();
    for (int percent : IntStream.rangeClosed(0, 19).map(step -> 5 * step).toArray()) {
      var folder = temp.resolve("killed-" + percent);
      var known = killed(folder, Math.max(1, events * percent / 100));
      places.add(lines(folder));

      var report = home.tool().run("report", folder, "--no-html");
      assertThat(report.exit()).as(report.text()).isZero();
      assertThat(verdicts(folder)).as("killed at %d %%", percent).containsAllEntriesOf(known);

      var resumed = home.tool().run("run", devices, "--resume", folder, "--no-html", "-q");
      assertThat(resumed.exit()).as(resumed.text()).isZero();
      assertThat(verdicts(folder)).as("resumed after %d %%", percent).isEqualTo(expected);
    }
    assertThat(places).as("distinct places where it was killed").hasSizeGreaterThan(5);
  }

  /** Kills a campaign once it has written this many events; returns the verdicts known by then. */
  private Map<String, Verdict> killed(Path folder, long events) throws Exception {
    try (var process = ToolProcess.start(home.root(), run(folder))) {
      Awaitility.await("event " + events)
          .atMost(Duration.ofSeconds(60))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> lines(folder) >= events || !process.isAlive());
      var known = judged(folder);
      process.kill();
      return known;
    }
  }

  private Object[] run(Path out) {
    return new Object[] {"run", devices, "--out", out, "--no-html", "-q", "--parallel", 2};
  }

  private static long lines(Path folder) throws IOException {
    var file = folder.resolve("events.jsonl");
    return Files.exists(file) ? whole(file).size() : 0;
  }

  /** The lines that ended when the file was read; the last may be on its way. */
  private static List<String> whole(Path file) throws IOException {
    var text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static Map<String, Verdict> judged(Path folder) throws IOException {
    var known = new TreeMap<String, Verdict>();
    for (var line : whole(folder.resolve("events.jsonl"))) {
      var found = JUDGED.matcher(line);
      if (found.find()) {
        known.put(found.group(1) + " " + found.group(2), Verdict.valueOf(found.group(3)));
      }
    }
    return known;
  }

  private static Map<String, Verdict> verdicts(Path folder) {
    var verdicts = new TreeMap<String, Verdict>();
    for (var target : RunJson.read(folder.resolve("run.json")).targets()) {
      target.provisions().stream()
          .flatMap(provision -> provision.cases().stream())
          .forEach(one -> verdicts.put(target.id() + " " + one.id(), one.verdict()));
    }
    return verdicts;
  }
}
