package org.coptest.harness.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.report.ReportTemplates;
import org.coptest.harness.report.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureHtmlTest {
  private static final ReportTemplates TEMPLATES = new ReportTemplates(SampleRuns.TEMPLATES);
  @TempDir private Path root = Path.of(".");

  private AllureHtml.Outcome generate(String how, int results, Duration deadline)
      throws IOException, InterruptedException {
    var folder = new CampaignFolder(root);
    var device = Files.createDirectories(folder.allureResults("cam"));
    for (int i = 0; i < results; i++) {
      Files.createFile(device.resolve(i + "-result.json"));
    }
    return new AllureHtml(TEMPLATES, Optional.of(fake(how)), deadline).write(folder, false);
  }

  private static AllureGenerator fake(String how) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = Path.of("target", "test-classes").toAbsolutePath().toString();
    return new AllureGenerator(
        List.of(java, "-Xshare:auto", "-cp", classes, FakeAllure.class.getName(), how),
        Map.of(),
        "2.34.1");
  }

  private static String reason(AllureHtml.Outcome outcome) {
    return ((AllureHtml.Outcome.NotWritten) outcome).reason();
  }

  @Test
  void takesTrackersOutAndForbidsThem() throws Exception {
    var outcome = (AllureHtml.Outcome.Written) generate("works", 3, Duration.ofSeconds(30));

    assertThat(outcome.opensFromDisk()).isTrue();
    assertThat(outcome.results()).isEqualTo(3);
    assertThat(Files.readString(outcome.index()))
        .contains("single true", "Content-Security-Policy", "app.js", "side-nav__brand")
        .doesNotContain("gtag", "googletagmanager", "url('logo.svg')");
    assertThat(root.resolve("allure-report.new")).doesNotExist();
  }

  @Test
  void writesAFolderWhenThereAreManyResults() throws Exception {
    var outcome = (AllureHtml.Outcome.Written) generate("works", 1_000, Duration.ofSeconds(30));

    assertThat(outcome.opensFromDisk()).isFalse();
    assertThat(Files.readString(outcome.index())).contains("folder true");
  }

  @Test
  void removesPagesThatWouldLoadFromElsewhere() throws Exception {
    assertThat(reason(generate("calls-home", 1, Duration.ofSeconds(30))))
        .contains("would load from elsewhere");
    assertThat(root.resolve("allure-report")).doesNotExist();
    assertThat(root.resolve("allure-report.new")).doesNotExist();
  }

  @Test
  void saysWhatTheGeneratorSaid() throws Exception {
    assertThat(reason(generate("fails", 1, Duration.ofSeconds(30))))
        .contains("ended with 3", "something is wrong");
  }

  @Test
  void stopsAGeneratorAtItsDeadline() throws Exception {
    assertThat(reason(generate("hangs", 1, Duration.ofMillis(300)))).contains("took longer");
  }

  @Test
  void saysWhenThereIsNoGenerator() throws Exception {
    var outcome =
        new AllureHtml(TEMPLATES, Optional.empty(), Duration.ofSeconds(1))
            .write(new CampaignFolder(root), false);

    assertThat(reason(outcome)).contains("no Allure generator", "lab report is complete");
  }

  @Test
  void asksBeforeMakingPagesOfTooManyResults() throws Exception {
    assertThat(reason(generate("works", AllureHtml.AUTOMATIC + 1, Duration.ofSeconds(1))))
        .contains("10,001 results", "coptest report --allure-html");
  }

  @Test
  void findsTheBundledGeneratorInEitherLayout() throws Exception {
    Files.createDirectories(root.resolve("allure-2.34.1/lib"));
    Files.createFile(root.resolve("allure-2.34.1/lib/allure-commandline-2.34.1.jar"));

    var zipped = AllureGenerator.find(Optional.of(root), Map.of());
    var plain = AllureGenerator.find(Optional.of(root.resolve("allure-2.34.1")), Map.of());

    assertThat(zipped).isPresent();
    assertThat(zipped).isEqualTo(plain);
    assertThat(AllureGenerator.find(Optional.of(root.resolve("none")), Map.of())).isEmpty();
  }

  @Test
  void prefersANewerOneOnThePath() throws Exception {
    assertThat(onPath("2.46.1")).contains("2.46.1");
    assertThat(onPath("2.34.1")).isEmpty();
    assertThat(onPath("3.18.0")).isEmpty();
  }

  private Optional<String> onPath(String version) throws Exception {
    var program = root.resolve("allure");
    Files.writeString(program, "#!/bin/sh\necho " + version + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return AllureGenerator.find(Optional.empty(), Map.of("PATH", root.toString()))
        .map(AllureGenerator::version);
  }
}
