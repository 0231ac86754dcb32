package org.coptest.harness.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyEventsTest {
  private static final int DEVICES = 1_000;
  private static final int CASES = 100;

  @TempDir Path temp;

  @Test
  void keepsAHundredThousandVerdictsReadable() {
    var folder = new CampaignFolder(temp);
    try (var campaign = Campaign.create(folder, Samples.header(), Samples.types())) {
      var cases =
          IntStream.range(0, CASES).mapToObj(ManyEventsTest::pass).toArray(CaseResult[]::new);
      for (int i = 0; i < DEVICES; i++) {
        device(campaign, "cam-" + i, cases);
      }
      campaign.finish(0);
    }

    try (var recorded = CampaignReader.read(folder, Samples.types())) {
      assertThat(recorded.chain().intact()).isTrue();
      assertThat(recorded.chain().events()).isEqualTo(2L + DEVICES * (CASES + 2));
      assertThat(recorded.judgedCases("cam-999")).hasSize(CASES);
    }
    var devices = new int[1];
    RunJson.stream(folder.runJson(), target -> devices[0]++);
    assertThat(devices[0]).isEqualTo(DEVICES);
  }

  private static CaseResult pass(int i) {
    return new CaseResult(
        "5.1-1-" + i,
        "functional",
        Verdict.PASS,
        Optional.empty(),
        "all open TCP ports are declared",
        Optional.empty(),
        List.of());
  }

  private static void device(Campaign campaign, String target, CaseResult... cases) {
    campaign.deviceStarted(target, Map.of("address", "127.0.0.1"));
    for (var one : cases) {
      campaign.caseJudged(target, one);
    }
    campaign.deviceFinished(target, Samples.result(target, cases));
  }
}
