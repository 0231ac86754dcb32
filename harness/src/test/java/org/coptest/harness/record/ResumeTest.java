package org.coptest.harness.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  @TempDir Path temp;
  private CampaignFolder folder;

  @BeforeEach
  void leavesAStoppedCampaign() {
    folder = new CampaignFolder(temp.resolve("campaign"));
    try (var campaign = Campaign.create(folder, Samples.header(), Samples.types())) {
      campaign.deviceStarted("cam-01", Map.of("port", "1"));
      campaign.evidence("cam-01", 'T', "exchange", new byte[] {'x'});
      campaign.probeFinished("cam-01", Samples.observed("kept"));
      campaign.probeFinished("cam-01", Samples.blind(Cause.LOCKED_OUT));
      campaign.caseJudged("cam-01", Samples.judged("5.1-1-1", Verdict.FAIL));
    }
  }

  @Test
  void goesOnWhereItStopped() throws Exception {
    try (var campaign = resume()) {
      assertThat(campaign.outcomes("cam-01")).hasSize(2);
      assertThat(campaign.judgedCases("cam-01"))
          .containsExactly(Samples.judged("5.1-1-1", Verdict.FAIL));
      assertThat(campaign.facts("cam-01")).containsEntry("port", "1");
      assertThat(campaign.header()).isEqualTo(Samples.header());
      assertThat(campaign.evidence("cam-01", 'T', "x", new byte[1]).id()).isEqualTo("T-0002");
      assertThat(campaign.probeFinished("cam-01", Samples.blind(Cause.LOCKED_OUT)))
          .isEqualTo("cam-01/0003-test.login");
    }
    assertThat(read().intact()).isTrue();
  }

  @Test
  void neverWritesOverFilesThatACrashLeftWithoutAnEvent() throws Exception {
    var orphan = folder.evidence().resolve("A-0007-half.bin");
    Files.writeString(orphan, "half");
    Files.writeString(folder.observations().resolve("cam-01/0009-half.json"), "half");

    try (var campaign = resume()) {
      assertThat(campaign.evidence("cam-01", 'A', "half", new byte[1]).id()).isEqualTo("A-0008");
      assertThat(campaign.probeFinished("cam-01", Samples.observed("x")))
          .isEqualTo("cam-01/0010-test.sweep");
    }
    assertThat(orphan).hasContent("half");
  }

  @Test
  void namesEveryThingThatChanged() {
    var now = Samples.header("0.2.0", Map.of("cam-01", "cd".repeat(32), "cam-02", "ef".repeat(32)));

    assertThatThrownBy(() -> Campaign.resume(folder, now, Samples.types()))
        .isInstanceOfSatisfying(
            ResumeRefusedException.class,
            refused ->
                assertThat(refused.reasons())
                    .containsExactly(
                        "tool version was 0.1.0 and is 0.2.0",
                        "declaration of target cam-01 was %s and is %s"
                            .formatted(Samples.DIGEST, "cd".repeat(32)),
                        "declaration of target cam-02 was absent and is " + "ef".repeat(32)));
  }

  @Test
  void goesOnWithAnotherOperator() throws Exception {
    var old = Samples.header();
    var now =
        new CampaignHeader(
            "another",
            old.started().plusSeconds(60),
            old.tool(),
            old.catalogue(),
            old.lists(),
            old.profile(),
            old.pace(),
            Optional.of("B. Iyer"),
            old.declarations());

    try (var campaign = Campaign.resume(folder, now, Samples.types())) {
      assertThat(campaign.header().id()).isEqualTo(old.id());
    }
    assertThat(Files.readString(folder.events())).contains("B. Iyer");
  }

  @Test
  void refusesALogThatWasAltered() throws IOException {
    var lines = Files.readAllLines(folder.events());
    lines.set(1, lines.get(1).replace("\"port\":\"1\"", "\"port\":\"2\""));
    Files.write(folder.events(), lines);

    assertThatThrownBy(this::resume)
        .isInstanceOf(ResumeRefusedException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void refusesAFolderWithoutACampaign() {
    assertThatThrownBy(() ->
            Campaign.resume(
                new CampaignFolder(temp.resolve("none")), Samples.header(), Samples.types()))
        .isInstanceOf(ResumeRefusedException.class)
        .hasMessageContaining("events.jsonl");
  }

  @Test
  void refusesACampaignThatIsBeingWritten() throws Exception {
    try (var running = resume()) {
      assertThat(running.logHead()).isNotEmpty();
      assertThatThrownBy(this::resume)
          .isInstanceOf(ResumeRefusedException.class)
          .hasMessageContaining("another process");
    }
  }

  @Test
  void looksAgainWhereAnObservationWasLostAndJudgesAnew() throws Exception {
    Files.delete(folder.observations().resolve("cam-01/0001-test.sweep.json"));

    try (var campaign = resume()) {
      assertThat(campaign.outcomes("cam-01")).containsOnlyKeys("cam-01/0002-test.login");
      assertThat(campaign.judgedCases("cam-01")).isEmpty();
    }
  }

  @Test
  void namesATornTailWhereverItWasCutAndSkipsExactlyThat() throws Exception {
    var intact = Files.readAllBytes(folder.events());
    int start = lastLineOf(intact);
    for (int end = start + 1; end < intact.length - 1; end += 37) {
      Files.write(folder.events(), Arrays.copyOf(intact, end));
      try (var campaign = resume()) {
        assertThat(campaign.judgedCases("cam-01")).isEmpty();
        campaign.caseJudged("cam-01", Samples.judged("5.1-1-2", Verdict.PASS));
      }
      var chain = read();
      assertThat(chain.intact()).as("cut at %d", end).isTrue();
      assertThat(chain.tornLines()).containsExactly(6L);
      assertThat(chain.events()).isEqualTo(7);
      assertThat(Arrays.copyOf(Files.readAllBytes(folder.events()), end))
          .isEqualTo(Arrays.copyOf(intact, end));
    }
  }

  @Test
  void survivesACrashInTheResumeItself() throws Exception {
    var intact = Files.readAllBytes(folder.events());
    var torn = Arrays.copyOf(intact, lastLineOf(intact) + 40);
    Files.write(folder.events(), torn);
    try (var campaign = resume()) {
      assertThat(campaign.judgedCases("cam-01")).isEmpty();
    }
    var resumed = Files.readAllBytes(folder.events());
    for (int end = torn.length + 1; end < resumed.length - 1; end += 41) {
      Files.write(folder.events(), Arrays.copyOf(resumed, end));
      try (var campaign = resume()) {
        campaign.caseJudged("cam-01", Samples.judged("5.1-1-2", Verdict.PASS));
      }
      var chain = read();
      assertThat(chain.intact()).as("cut at %d", end).isTrue();
      assertThat(chain.events()).isEqualTo(7);
    }
  }

  @Test
  void doesNotTakeAnotherLineForTheTornOne() throws Exception {
    var intact = Files.readAllBytes(folder.events());
    Files.write(folder.events(), Arrays.copyOf(intact, lastLineOf(intact) + 40));
    resume().close();
    var lines = Files.readAllLines(folder.events());
    lines.set(5, lines.get(5).replace("caseJ", "").replace("prev", "perv"));
    Files.write(folder.events(), lines);

    assertThat(read().broken()).map(ChainCheck.Break::line).contains(6L);
  }

  @Test
  void stillEndsWithARunThatWasFinishedBefore() throws Exception {
    var pass = Samples.judged("5.1-1-1", Verdict.PASS);
    try (var campaign = resume()) {
      campaign.deviceFinished("cam-01", Samples.result("cam-01", pass));
      campaign.finish(3);
    }
    try (var campaign = resume()) {
      assertThat(campaign.isFinished("cam-01")).isTrue();
      campaign.finish(0);
    }

    var document = RunJson.read(folder.runJson());
    assertThat(document.run().exitCode()).contains(0);
    assertThat(document.targets()).isEqualTo(List.of(Samples.result("cam-01", pass)));
    assertThat(read().intact()).isTrue();
  }

  private Campaign resume() throws ResumeRefusedException {
    return Campaign.resume(folder, Samples.header(), Samples.types());
  }

  private ChainCheck read() {
    return CampaignReader.stream(folder, event -> {});
  }

  private static int lastLineOf(byte[] log) {
    int at = log.length - 2;
    while (log[at] != '\n') {
      at--;
    }
    return at + 1;
  }
}
