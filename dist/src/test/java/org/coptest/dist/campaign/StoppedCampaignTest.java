package org.coptest.dist.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.coptest.dist.fixture.ExamplePlugin;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.dist.fixture.ToolProcess;
import org.coptest.harness.record.RunJson;
import org.coptest.spi.Probe;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C and SIGTERM while a probe looks. */
class StoppedCampaignTest {

  /** Looks until it is interrupted, but only as long as the file that it is told of is there. */
  private static final String PATIENT =
      """
      package org.example.plugin;

      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.concurrent.CountDownLatch;
      import org.coptest.spi.*;

      public final class PatientLook implements Probe<Greeting> {
        private final GreetingLook look = new GreetingLook();
        @Override public String id() { return look.id(); }
        @Override public Needs needs() { return look.needs(); }
        @Override public Greeting observe(Bench bench, EvidenceLog evidence)
            throws InterruptedException, ProbeException {
          if (Files.exists(Path.of("%s"))) {
            new CountDownLatch(1).await();
          }
          return look.observe(bench, evidence);
        }
      }
      """;

  @TempDir Path temp;
  private SmallHome home;
  private Path cameras;
  private Path hold;
  private Path out;

  @BeforeEach
  void aHomeWithAProbeThatWaits() throws IOException {
    home = SmallHome.in(Files.createDirectory(temp.resolve("home")), 2);
    cameras = home.cameras("one", "two");
    hold = Files.createFile(temp.resolve("hold"));
    out = temp.resolve("campaign");
    ExamplePlugin.jar()
        .source("org.example.plugin.PatientLook", PATIENT.formatted(hold))
        .service(Probe.class, "org.example.plugin.PatientLook")
        .write(home.plugins().resolve("example.jar"));
  }

  @Test
  void ctrlCClosesTheRecordAndTheCampaignCanGoOn() throws Exception {
    assertThat(stoppedBy("INT")).isEqualTo(130);
    goesOn();
  }

  @Test
  void sigtermClosesTheRecordAndTheCampaignCanGoOn() throws Exception {
    assertThat(stoppedBy("TERM")).isEqualTo(143);
    goesOn();
  }

  private int stoppedBy(String signal) throws Exception {
    try (var process =
        ToolProcess.start(home.root(), "run", cameras, "--out", out, "--no-html", "-q")) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> events().contains("\"probeStarted\""));
      process.signal(signal);
      return process.exit(Duration.ofSeconds(30));
    }
  }

  private void goesOn() throws Exception {
    assertThat(events()).endsWith("\n").contains("\"stopped\"");
    assertThat(RunJson.read(out.resolve("run.json")).run().logHead()).isPresent();
    Files.delete(hold);

    var resumed = home.tool().run("run", cameras, "--resume", out, "--no-html", "-q");

    assertThat(resumed.exit()).as(resumed.text()).isZero();
    assertThat(RunJson.read(out.resolve("run.json")).targets())
        .hasSize(2)
        .allSatisfy(target -> assertThat(target.verdict()).isEqualTo(Verdict.PASS));
    assertThat(events()).contains("\"kind\":\"resumed\"");
  }

  private String events() throws IOException {
    var file = out.resolve("events.jsonl");
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
