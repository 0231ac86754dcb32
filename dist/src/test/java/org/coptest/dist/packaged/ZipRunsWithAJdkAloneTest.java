package org.coptest.dist.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZipRunsWithAJdkAloneTest {

  @Test
  void saysItsVersionWithoutMaven(@TempDir Path directory) throws Exception {
    var outcome = UnpackedZip.in(directory).run(Duration.ofSeconds(60), "--version");

    assertThat(outcome.output()).contains(System.getProperty("coptest.version"));
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void bringsWhatALabNeedsOffline(@TempDir Path directory) throws Exception {
    var root = UnpackedZip.in(directory).root();

    assertThat(root.resolve("suites")).isNotEmptyDirectory();
    assertThat(root.resolve("plugins/README.md")).isNotEmptyFile();
    assertThat(root.resolve("LICENSE")).isNotEmptyFile();
    assertThat(root.resolve("NOTICE")).isNotEmptyFile();
    assertThat(root.resolve("coptest")).isExecutable();
    assertThat(root.resolve("allure/bin/allure")).isExecutable();
    assertThat(Files.readString(root.resolve("THIRD-PARTY.txt")))
        .contains("org.bouncycastle:bcprov-jdk18on")
        .doesNotContain("org.coptest:");
  }
}
