package org.coptest.dist.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.harness.record.Digests;
import org.coptest.harness.record.RunJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejudgeTest {

  @TempDir Path temp;
  private SmallHome home;
  private Path campaign;

  @BeforeEach
  void aFinishedCampaign() throws IOException {
    home = SmallHome.in(Files.createDirectory(temp.resolve("home")), 2);
    campaign = temp.resolve("campaign");
    var outcome = home.tool().run("run", home.cameras("one"), "--out", campaign, "--no-html", "-q");
    assertThat(outcome.exit()).as(outcome.text()).isZero();
  }

  @Test
  void changesNothingWhenNothingChanged() throws Exception {
    var before = files(campaign);

    var outcome = home.tool().run("rejudge", campaign);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.out()).contains("No verdict changed.");
    var after = files(campaign);
    assertThat(after).containsAllEntriesOf(before);
    after.keySet().removeAll(before.keySet());
    assertThat(after.keySet()).singleElement().asString().matches("rejudged/[^/]+/run\\.json");
    var again = RunJson.read(campaign.resolve(after.keySet().iterator().next()));
    var original = RunJson.read(campaign.resolve("run.json"));
    assertThat(again.run().basedOn().orElseThrow().logHead())
        .isEqualTo(original.run().logHead().orElseThrow());
    assertThat(again.targets()).isEqualTo(original.targets());
  }

  @Test
  void saysWhichVerdictAnotherCatalogueMoves() throws Exception {
    var suites = home.suites(temp.resolve("strict"), 2, "SSH-3.0-");

    var outcome = home.tool().run("rejudge", campaign, "--suites", suites);

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("one 5.6-1-1 a: PASS → FAIL", "one 5.6-1-2 a: PASS → FAIL")
        .contains("catalogue small", "(before small", "expected it to begin with");
  }

  @Test
  void judgesAgainOnlyWhatTheCampaignLookedAt() throws Exception {
    var part = temp.resolve("part");
    var first =
        home.tool()
            .run("run", home.cameras("one"), "--out", part, "--only", "5.6-1-2", "--no-html", "-q");

    var outcome = home.tool().run("rejudge", part);

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(first.exit());
    assertThat(outcome.out()).contains("No verdict changed.");
  }

  @Test
  void refusesARecordThatWasAltered() throws Exception {
    var events = campaign.resolve("events.jsonl");
    Files.writeString(events, Files.readString(events).replaceFirst("SSH-2.0-cam", "SSH-2.0-car"));

    var outcome = home.tool().run("rejudge", campaign);

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(4);
    assertThat(outcome.err()).contains("the record is broken at line");
    assertThat(campaign.resolve("rejudged")).doesNotExist();
  }

  @Test
  void refusesAFolderWithoutACampaign() throws Exception {
    var outcome = home.tool().run("rejudge", Files.createDirectory(temp.resolve("empty")));

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err().lines()).singleElement().asString().contains("no campaign folder");
  }

  private static Map<String, String> files(Path folder) throws IOException {
    var digests = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        digests.put(folder.relativize(file).toString(), Digests.sha256(file));
      }
    }
    return digests;
  }
}
