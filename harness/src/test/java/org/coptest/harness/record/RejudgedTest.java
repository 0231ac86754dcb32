package org.coptest.harness.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coptest.harness.record.RunInfo.BasedOn;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejudgedTest {
  @TempDir Path temp;

  @Test
  void keepsALaterJudgementBesideTheCampaignAndLeavesThatAsItIs() throws IOException {
    var folder = new CampaignFolder(temp);
    try (var campaign = Campaign.create(folder, Samples.header(), Samples.types())) {
      campaign.deviceFinished(
          "cam-01", Samples.result("cam-01", Samples.judged("5.1-1-1", Verdict.PASS)));
      campaign.finish(0);
    }
    var before = contents(temp);
    var later = Samples.result("cam-01", Samples.judged("5.1-1-1", Verdict.FAIL));
    var run = Samples.header("0.2.0 beta/1", Map.of()).running();
    var basedOn = new BasedOn(Samples.DIGEST, "0.1.0");

    var first = Rejudged.write(folder, Samples.NOON, run, basedOn, Stream.of(later));
    var second = Rejudged.write(folder, Samples.NOON, run, basedOn, Stream.of(later));

    assertThat(temp.relativize(first)).hasToString("rejudged/20261122T120000Z-0.2.0-beta-1");
    assertThat(second).isNotEqualTo(first);
    var document = RunJson.read(first.resolve("run.json"));
    assertThat(document.run().basedOn()).contains(basedOn);
    assertThat(document.targets()).containsExactly(later);
    assertThat(contents(temp)).containsAllEntriesOf(before);
  }

  private static Map<String, String> contents(Path root) throws IOException {
    var contents = new TreeMap<String, String>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file.toString(), Sha256.hex(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
