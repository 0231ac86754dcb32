package org.coptest.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownSummaryTest {
  private static final Catalogue CATALOGUE = SampleRuns.catalogue();
  private static final RunDocument RUN = SampleRuns.lab(CATALOGUE);
  @TempDir private Path root = Path.of(".");

  private String written(RunDocument run) throws IOException {
    var folder = new CampaignFolder(root);
    new MarkdownSummary().write(run, CATALOGUE, folder);
    return Files.readString(folder.summary());
  }

  @Test
  void beginsWithTheVerdictAndShowsWhatFailed() throws IOException {
    assertThat(written(RUN))
        .startsWith("# Conformance test: 1 × DOES NOT CONFORM, 1 × no failure seen, 1 × no verdict")
        .contains("- **FAIL** `cam-bad` `5.6-1-2 b tcp/8080`", "evidence: `T-0011`")
        .doesNotContain("%");
  }

  @Test
  void staysBelowTheLimitAndSaysWhatIsLeftOut() throws IOException {
    var many = Collections.nCopies(300, RUN.targets().get(0));

    var text = written(new RunDocument(RUN.schema(), RUN.run(), many));

    assertThat(Files.size(root.resolve("summary.md"))).isLessThan(900 * 1024);
    assertThat(text).containsPattern("\\d+ more test cases are in run\\.json");
  }
}
