package org.coptest.harness.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.ReportTemplates;
import org.coptest.harness.report.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllureResultsTest {
  private static final Catalogue CATALOGUE = SampleRuns.catalogue();
  private static final RunDocument ALL = SampleRuns.lab(CATALOGUE);
  private static final RunDocument RUN = SampleRuns.only(ALL, "cam-bad");
  @TempDir private Path root = Path.of(".");

  private CampaignFolder written(RunDocument run) throws IOException {
    var folder = SampleRuns.withEvidence(root);
    new AllureResults(new ReportTemplates(SampleRuns.TEMPLATES)).write(run, CATALOGUE, folder);
    return folder;
  }

  private static JsonNode result(CampaignFolder folder, String device, String testCase)
      throws IOException {
    for (var result : results(folder, device)) {
      if (result.get("name").asString().startsWith(testCase + " ·")) {
        return result;
      }
    }
    throw new AssertionError("no result of " + testCase);
  }

  private static List<JsonNode> results(CampaignFolder folder, String device) throws IOException {
    var results = new ArrayList<JsonNode>();
    try (var files = Files.newDirectoryStream(folder.allureResults(device), "*-result.json")) {
      files.forEach(file -> results.add(JsonMapper.shared().readTree(file.toFile())));
    }
    return results;
  }

  private static List<String> labels(JsonNode result) {
    var labels = new ArrayList<String>();
    result
        .get("labels")
        .forEach(l -> labels.add(l.get("name").asString() + "=" + l.get("value").asString()));
    return labels;
  }

  @Test
  void labelsGroupByDeviceGuidelineAndProvision() throws IOException {
    var result = result(written(RUN), "cam-bad", "5.6-1-2");

    assertThat(result.get("name").asString()).endsWith(" · cam-bad");
    assertThat(result.get("fullName").asString()).isEqualTo("en303645.5.6-1-2");
    assertThat(labels(result))
        .contains(
            "epic=CoP-06 " + CATALOGUE.guideline("5.6").orElseThrow().title(),
            "feature=Provision 5.6-1",
            "story=5.6-1-2",
            "parentSuite=cam-bad",
            "host=cam-bad",
            "severity=critical",
            "verdict=FAIL",
            "tag=M",
            "tag=tcp/8080",
            "tag=verdict:fail");
  }

  @Test
  void attachesTheEvidenceOfARowToThatRow() throws IOException {
    var folder = written(RUN);
    var unit = step(result(folder, "cam-bad", "5.6-1-2"), "b ·");
    var row = step(unit, "tcp/8080 ·");

    var attachment = row.get("attachments").get(0);
    assertThat(attachment.get("name").asString()).isEqualTo("T-0011");
    assertThat(attachment.get("type").asString()).isEqualTo("text/plain");
    assertThat(folder.allureResults("cam-bad").resolve(attachment.get("source").asString()))
        .hasContent(Files.readString(folder.evidence().resolve("T-0011-tcp-sweep.txt")));
    assertThat(step(unit, "tcp/443 ·").get("attachments")).isEmpty();
  }

  private static JsonNode step(JsonNode parent, String begins) {
    for (var step : parent.get("steps")) {
      if (step.get("name").asString().startsWith(begins)) {
        return step;
      }
    }
    throw new AssertionError("no step " + begins);
  }

  @Test
  void attachesANoteForEvidenceThatWasTamperedWith() throws IOException {
    var folder = SampleRuns.withEvidence(root);
    Files.writeString(folder.evidence().resolve("T-0011-tcp-sweep.txt"), "something else");

    new AllureResults(new ReportTemplates(SampleRuns.TEMPLATES)).write(RUN, CATALOGUE, folder);

    var row = step(step(result(folder, "cam-bad", "5.6-1-2"), "b ·"), "tcp/8080 ·");
    var source = row.get("attachments").get(0).get("source").asString();
    assertThat(folder.allureResults("cam-bad").resolve(source))
        .content()
        .contains("does not have the digest", "evidence/T-0011-tcp-sweep.txt");
  }

  @Test
  void trendsRunAcrossFirmware() throws IOException {
    var old = result(written(RUN), "cam-bad", "5.6-1-2").get("historyId").asString();
    var newer = RUN.targets().get(0);
    var identity = new java.util.HashMap<>(newer.identity());
    identity.put("firmware", "9.9");
    var target =
        new TargetResult(
            newer.id(),
            identity,
            newer.address(),
            newer.state(),
            newer.verdict(),
            newer.provisions());

    var folder = written(new RunDocument(RUN.schema(), RUN.run(), List.of(target)));

    var result = result(folder, "cam-bad", "5.6-1-2");
    assertThat(result.get("historyId").asString()).isEqualTo(old);
    assertThat(result.toString())
        .contains("\"name\":\"firmware\",\"value\":\"9.9\",\"excluded\":true");
  }

  @Test
  void messageSaysVerdictReasonCauseAndWhatWouldSettleIt() throws IOException {
    var message =
        result(written(SampleRuns.only(ALL, "plug-02")), "plug-02", "5.6-1-2")
            .at("/statusDetails/message")
            .asString();

    assertThat(message)
        .startsWith("INCONCLUSIVE 127.0.0.9 never answered")
        .contains("cause: TARGET_UNREACHABLE", "would settle it: check power");
  }

  @Test
  void describesTheRunBesideTheResults() throws IOException {
    var folder = written(RUN).allureResults("cam-bad");

    assertThat(folder.resolve("categories.json")).content().contains("INCONCLUSIVE");
    assertThat(folder.resolve("environment.properties")).content().contains("Firmware=1.4.0");
    var executor = JsonMapper.shared().readTree(folder.resolve("executor.json").toFile());
    assertThat(executor.get("type").asString()).isEqualTo("coptest");
    for (var result : results(new CampaignFolder(root), "cam-bad")) {
      assertThat(result.has("descriptionHtml")).isFalse();
      result
          .get("links")
          .forEach(link -> assertThat(link.get("url").asString()).startsWith("https://"));
    }
  }
}
