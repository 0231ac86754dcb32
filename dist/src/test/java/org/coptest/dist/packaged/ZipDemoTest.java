package org.coptest.dist.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZipDemoTest {

  @Test
  void runsTheDemoWithAJdkAloneAndLeavesItsRecordAndReport(@TempDir Path directory)
      throws Exception {
    var zip = UnpackedZip.in(directory);
    var campaign = directory.resolve("campaign");

    var outcome = zip.run(Duration.ofMinutes(5), "demo", "--out", campaign.toString());

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(Files.readString(campaign.resolve("run.json"))).contains("\"schema\"");
    assertThat(campaign.resolve("allure-report/index.html")).isNotEmptyFile();
  }
}
