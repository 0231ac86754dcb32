package org.coptest.harness.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.report.ReportTemplates;
import org.coptest.harness.report.SampleRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabReportTest {
  private static final Catalogue CATALOGUE = SampleRuns.catalogue();
  private static final Pattern HREF = Pattern.compile("href=\"([^\"#]+)(?:#([^\"]*))?\"");
  private static final Pattern ANCHOR = Pattern.compile("href=\"#([^\"]*)\"");
  @TempDir private Path root = Path.of(".");
  private CampaignFolder folder = new CampaignFolder(root);

  @BeforeEach
  void writes() throws IOException {
    folder = SampleRuns.withEvidence(root);
    new LabReport(new ReportTemplates(SampleRuns.TEMPLATES))
        .write(SampleRuns.lab(CATALOGUE), CATALOGUE, folder);
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.report().resolve(name));
  }

  @Test
  void statesWhatTheVerdictsCarry() throws IOException {
    assertThat(page("cam-bad.html")).contains("✘ DOES NOT CONFORM");
    assertThat(page("cam-good.html")).contains("no failure seen").doesNotContain("CONFORMS");
    assertThat(page("plug-02.html")).contains("? no verdict", "TARGET_UNREACHABLE");
  }

  @Test
  void showsEverythingNeededToActOnAFailure() throws IOException {
    assertThat(page("cam-bad.html"))
        .contains(
            "<dt>expected</dt>",
            "tcp/8080 accepts connections in both sweeps",
            "<dt>declared at</dt>",
            "targets.yaml:48",
            "coptest run --device cam-bad --only 5.6-1-2 -vv",
            "<a href=\"../evidence/T-0011-tcp-sweep.txt\">T-0011</a>");
  }

  @Test
  void printsNoShare() throws IOException {
    for (var name : new String[] {"index.html", "cam-bad.html"}) {
      assertThat(page(name).replaceFirst("(?s)<style>.*?</style>", ""))
          .doesNotContainPattern("\\d ?%");
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (var name : new String[] {"index.html", "cam-bad.html", "cam-good.html", "plug-02.html"}) {
      var html = page(name);
      HREF.matcher(html)
          .results()
          .forEach(link -> assertThat(folder.report().resolve(link.group(1))).exists());
      ANCHOR
          .matcher(html)
          .results()
          .forEach(link -> assertThat(html).contains("id=\"" + link.group(1) + "\""));
    }
  }

  @Test
  void linksToEvidenceThatIsThereAndOnlyNamesTheRest() throws IOException {
    Files.delete(folder.evidence().resolve("T-0011-tcp-sweep.txt"));

    new LabReport(new ReportTemplates(SampleRuns.TEMPLATES))
        .write(SampleRuns.lab(CATALOGUE), CATALOGUE, folder);

    assertThat(page("cam-bad.html")).contains("<code>T-0011</code>").doesNotContain("T-0011-tcp");
  }

  @Test
  void aRejudgedRunLinksToTheEvidenceOfTheOriginal() throws IOException {
    var rejudged = new CampaignFolder(folder.rejudged().resolve("20261123T000000Z-0.1.0"));

    new LabReport(new ReportTemplates(SampleRuns.TEMPLATES))
        .write(SampleRuns.lab(CATALOGUE), CATALOGUE, rejudged);

    assertThat(Files.readString(rejudged.report().resolve("cam-bad.html")))
        .contains("href=\"../../../evidence/T-0011-tcp-sweep.txt\"");
  }
}
