package org.coptest.dist.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.dist.fixture.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that a campaign must not be written into, or cannot go on in. */
class ResumeInputTest {

  @TempDir Path temp;
  private SmallHome home;
  private Path campaign;

  @BeforeEach
  void aFinishedCampaign() throws IOException {
    home = SmallHome.in(Files.createDirectory(temp.resolve("home")), 1);
    campaign = temp.resolve("campaign");
    var first = run("--out");
    assertThat(first.exit()).as(first.text()).isZero();
  }

  @Test
  void aFolderWithACampaignIsNotWrittenOver() throws IOException {
    var before = Files.readString(campaign.resolve("events.jsonl"));

    refused(run("--out"), campaign.toString(), "--resume");
    assertThat(campaign.resolve("events.jsonl")).hasContent(before);
  }

  @Test
  void aChangedDeclarationIsNamed() throws IOException {
    var before = Files.readString(campaign.resolve("events.jsonl"));
    var cameras = home.cameras("one");
    Files.writeString(
        cameras, Files.readString(cameras).replace("status: enabled", "status: disabled"));

    var outcome = home.tool().run("run", cameras, "--resume", campaign, "--no-html", "-q");

    refused(outcome, "declaration", "one");
    assertThat(campaign.resolve("events.jsonl")).hasContent(before);
  }

  @Test
  void aChangedCatalogueIsNamed() throws IOException {
    var suites = home.suites(temp.resolve("other"), 1, "SSH-");

    refused(
        home.tool()
            .run(
                "run",
                home.cameras("one"),
                "--resume",
                campaign,
                "--suites",
                suites,
                "--no-html",
                "-q"),
        "catalogue");
  }

  @Test
  void aFolderWithoutACampaignIsNamed() throws IOException {
    var empty = Files.createDirectory(temp.resolve("empty"));

    refused(
        home.tool().run("run", home.cameras("one"), "--resume", empty, "--no-html", "-q"),
        empty.toString(),
        "no campaign");
    assertThat(empty).isEmptyDirectory();
  }

  private Tool.Outcome run(String option) throws IOException {
    return home.tool().run("run", home.cameras("one"), option, campaign, "--no-html", "-q");
  }

  private static void refused(Tool.Outcome outcome, String... named) {
    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err()).contains(named).doesNotContain("Exception", "\tat ");
    assertThat(outcome.err().lines()).as(outcome.text()).hasSizeLessThan(3);
  }
}
