package org.coptest.harness.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.coptest.harness.record.ProbeOutcome.CouldNotLook;
import org.coptest.harness.record.ProbeOutcome.Observed;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {
  @TempDir Path temp;
  private CampaignFolder folder;

  @BeforeEach
  void namesTheFolder() {
    folder = new CampaignFolder(temp.resolve("campaign"));
  }

  @Test
  void givesBackWhatAProbeSaw() {
    try (var campaign = create()) {
      campaign.deviceStarted("cam-01", Map.of("address", "127.0.0.1"));
      var id = campaign.probeFinished("cam-01", Samples.observed("SSH-2.0-x"));
      campaign.probeFinished("cam-01", Samples.blind(Cause.TARGET_DIED));

      assertThat(id).isEqualTo("cam-01/0001-test.sweep");
      assertThat(campaign.outcomes("cam-01"))
          .containsExactly(
              Map.entry(id, Samples.observed("SSH-2.0-x")),
              Map.entry("cam-01/0002-test.login", Samples.blind(Cause.TARGET_DIED)));
      assertThat(folder.observations().resolve(id + ".json")).isRegularFile();
      assertThat(campaign.facts("cam-01")).containsEntry("address", "127.0.0.1");
    }
  }

  @Test
  void readsTheSameFromTheDiskAsItKeptInMemory() {
    try (var campaign = create()) {
      campaign.deviceStarted("cam-01", Map.of());
      campaign.probeFinished("cam-01", Samples.observed("x"));
      campaign.probeFinished("cam-01", Samples.blind(Cause.LOCKED_OUT));
      campaign.caseJudged("cam-01", Samples.judged("5.1-1-1", Verdict.FAIL));

      try (var recorded = CampaignReader.read(folder, Samples.types())) {
        assertThat(recorded.chain().intact()).isTrue();
        assertThat(recorded.header()).contains(Samples.header());
        assertThat(recorded.outcomes("cam-01")).isEqualTo(campaign.outcomes("cam-01"));
        assertThat(recorded.judgedCases("cam-01"))
            .containsExactly(Samples.judged("5.1-1-1", Verdict.FAIL));
        assertThat(recorded.isFinished("cam-01")).isFalse();
      }
    }
  }

  @Test
  void startsADeviceAnewWithoutWritingOverWhatItRecorded() {
    try (var campaign = create()) {
      campaign.deviceStarted("cam-01", Map.of("port", "1"));
      var first = campaign.probeFinished("cam-01", Samples.observed("first"));
      campaign.caseJudged("cam-01", Samples.judged("5.1-1-1", Verdict.PASS));
      campaign.deviceStarted("cam-01", Map.of("port", "2"));
      var second = campaign.probeFinished("cam-01", Samples.observed("second"));

      assertThat(campaign.outcomes("cam-01")).containsOnlyKeys(second);
      assertThat(campaign.judgedCases("cam-01")).isEmpty();
      assertThat(campaign.facts("cam-01")).containsEntry("port", "2");
      assertThat(folder.observations().resolve(first + ".json")).isRegularFile();
    }
  }

  @Test
  void turnsAnObservationThatCannotBeRecordedIntoAFaultOfTheHarness() {
    try (var campaign = create()) {
      for (var unfit :
          List.of(new Samples.Unreadable(Thread.currentThread()), new Samples.Nameless(1))) {
        var good = Samples.observed("x");
        var bad = new Observed(good.probe(), good.started(), good.took(), good.evidence(), unfit);
        var id = campaign.probeFinished("cam-01", bad);

        assertThat(campaign.outcomes("cam-01").get(id))
            .isInstanceOfSatisfying(
                CouldNotLook.class,
                blind -> assertThat(blind.cause()).isEqualTo(Cause.HARNESS_ERROR));
      }
    }
  }

  @Test
  void numbersEvidenceOverTheWholeCampaignAndNamesItsFilesItself() throws IOException {
    try (var campaign = create()) {
      var text = "220 hello\r\n".getBytes(StandardCharsets.UTF_8);
      var transcript = campaign.evidence("cam-01", 'T', "../../etc/Passwd \u202e", text);
      var artefact = campaign.evidence("cam-02", 'A', "", new byte[] {0, 1, 2});

      assertThat(transcript.id()).isEqualTo("T-0001");
      assertThat(artefact.id()).isEqualTo("A-0002");
      var file = campaign.file(transcript);
      assertThat(file.path()).isEqualTo("evidence/T-0001-etc-passwd.txt");
      assertThat(Files.readAllBytes(folder.root().resolve(file.path()))).isEqualTo(text);
      assertThat(file.sha256()).isEqualTo(Sha256.hex(text));
      assertThat(campaign.file(artefact).path()).isEqualTo("evidence/A-0002-unnamed.bin");
      assertThatThrownBy(() -> campaign.file(new EvidenceRef("T-0002")))
          .hasMessageContaining("T-0002");
    }
  }

  @Test
  void writesRunJsonWithTheHeadOfTheLog() {
    var pass = Samples.judged("5.1-1-1", Verdict.PASS);
    try (var campaign = create()) {
      campaign.deviceStarted("cam-01", Map.of());
      campaign.caseJudged("cam-01", pass);
      campaign.deviceFinished("cam-01", Samples.result("cam-01", pass));
      campaign.finish(0);

      var document = RunJson.read(folder.runJson());
      assertThat(document.run().exitCode()).contains(0);
      assertThat(document.run().logHead()).contains(campaign.logHead());
      assertThat(document.targets()).containsExactly(Samples.result("cam-01", pass));
    }
  }

  @Test
  void carriesTestCasesOverToRunJsonAsTheResultsHaveThem() throws IOException {
    try (var campaign = create()) {
      for (var verdict : Verdict.values()) {
        var target = "cam-1" + verdict.ordinal();
        campaign.caseJudged(target, Samples.judged("5.1-1-1", Verdict.FAIL, "changes later"));
        campaign.deviceFinished(
            target,
            Samples.result(
                target,
                Samples.judged("5.1-1-1", verdict, "hostile \"\\]} \u202e \ud83d"),
                Samples.judged("5.1-1-2", Verdict.PASS)));
      }
      campaign.deviceFinished("cam-20", Samples.result("cam-20"));
      campaign.deviceStarted("cam-21", Map.of());
      campaign.finish(1);

      var asObjects = temp.resolve("run.json");
      RunJson.write(asObjects, RunJson.info(folder.runJson()), campaign.results());
      assertThat(folder.runJson()).hasSameBinaryContentAs(asObjects);
      assertThat(RunJson.read(asObjects).targets()).hasSize(Verdict.values().length + 1);
    }
  }

  @Test
  void writesNoRunJsonFromALogThatWasDamagedMeanwhile() throws IOException {
    try (var campaign = create()) {
      var pass = Samples.judged("5.1-1-1", Verdict.PASS, "to be damaged");
      campaign.deviceFinished("cam-01", Samples.result("cam-01", pass));
      try (var log = new RandomAccessFile(folder.events().toFile(), "rw")) {
        log.seek(Files.readString(folder.events()).indexOf("be damaged"));
        log.write('"');
      }

      assertThatThrownBy(() -> campaign.finish(0)).isInstanceOf(RecordFaultException.class);
      assertThat(folder.runJson()).doesNotExist();
    }
  }

  @Test
  void recordsTestCasesThatOnlyTheFinishedDeviceBrings() {
    var changed = Samples.judged("5.1-1-1", Verdict.FAIL);
    var unheard = Samples.judged("5.1-1-2", Verdict.PASS);
    try (var campaign = create()) {
      campaign.caseJudged("cam-01", Samples.judged("5.1-1-1", Verdict.PASS));
      campaign.deviceFinished("cam-01", Samples.result("cam-01", changed, unheard));

      assertThat(campaign.results()).containsExactly(Samples.result("cam-01", changed, unheard));
    }
  }

  @Test
  void composesRunJsonFromTheLogOfACampaignThatWasCutOff() {
    var pass = Samples.judged("5.1-1-1", Verdict.PASS);
    try (var campaign = create()) {
      campaign.deviceFinished("cam-01", Samples.result("cam-01", pass));
      campaign.deviceStarted("cam-02", Map.of());
    }
    try (var recorded = CampaignReader.read(folder, ObservationTypes.none())) {
      RunJson.write(folder.runJson(), recorded.info(), recorded.results());
    }

    var document = RunJson.read(folder.runJson());
    assertThat(document.run().finished()).isEmpty();
    assertThat(document.run().exitCode()).isEmpty();
    assertThat(document.targets()).containsExactly(Samples.result("cam-01", pass));
  }

  @Test
  void namesEveryFileItVouchesForWithItsDigest() {
    var files = new ArrayList<EvidenceFile>();
    try (var campaign = create()) {
      campaign.deviceStarted("cam-01", Map.of());
      campaign.evidence("cam-01", 'T', "exchange", new byte[] {'x'});
      campaign.probeFinished("cam-01", Samples.observed("x"));
      campaign.deviceStarted("cam-01", Map.of());
      campaign.probeFinished("cam-01", Samples.blind(Cause.LOCKED_OUT));
    }

    assertThat(CampaignReader.files(folder, files::add).intact()).isTrue();
    assertThat(files)
        .extracting(EvidenceFile::path)
        .containsExactly(
            "evidence/T-0001-exchange.txt", "observations/cam-01/0001-test.sweep.json");
    assertThat(files)
        .allSatisfy(file ->
            assertThat(Sha256.hex(Files.readAllBytes(folder.root().resolve(file.path()))))
                .isEqualTo(file.sha256()));
  }

  @Test
  void keepsTheLinesOfSeveralDevicesInOneChain() throws Exception {
    try (var campaign = create();
        var threads = Executors.newFixedThreadPool(8)) {
      var devices = new ArrayList<Callable<Integer>>();
      IntStream.range(0, 16)
          .forEach(i -> devices.add(() -> device(campaign, "cam-%02d".formatted(i))));
      for (var done : threads.invokeAll(devices)) {
        assertThat(done.get()).isEqualTo(50);
      }
    }
    try (var recorded = CampaignReader.read(folder, Samples.types())) {
      assertThat(recorded.chain().intact()).isTrue();
      assertThat(recorded.results())
          .hasSize(16)
          .allSatisfy(result -> assertThat(result.provisions().get(0).cases()).hasSize(50));
    }
  }

  private static int device(Campaign campaign, String target) {
    campaign.deviceStarted(target, Map.of());
    campaign.probeFinished(target, Samples.observed(target));
    var cases =
        IntStream.range(0, 50)
            .mapToObj(i -> Samples.judged("5.1-1-" + i, Verdict.PASS, target))
            .toArray(CaseResult[]::new);
    for (var one : cases) {
      campaign.evidence(target, 'T', "exchange", new byte[] {'x'});
      campaign.caseJudged(target, one);
    }
    campaign.deviceFinished(target, Samples.result(target, cases));
    return cases.length;
  }

  @Test
  void refusesAFolderThatHoldsACampaign() {
    try (var first = create()) {
      assertThat(first.logHead()).hasSize(64);
      assertThatThrownBy(this::create).isInstanceOf(RecordFaultException.class);
    }
    assertThatThrownBy(this::create)
        .isInstanceOf(RecordFaultException.class)
        .hasMessageContaining("resume");
  }

  @Test
  void refusesATargetThatWouldLeaveTheFolder() {
    try (var campaign = create()) {
      assertThatThrownBy(() -> campaign.deviceStarted("../cam", Map.of()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> campaign.note("cam\"01", "canary", Map.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Campaign create() {
    return Campaign.create(folder, Samples.header(), Samples.types());
  }
}
