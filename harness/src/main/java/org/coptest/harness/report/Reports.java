package org.coptest.harness.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.report.allure.AllureResults;
import org.coptest.harness.report.html.LabReport;

/** All views of a run; one that cannot be written keeps no other from being written. */
public record Reports(List<Reporter> reporters) {

  /** Copies its list. */
  public Reports {
    reporters = List.copyOf(reporters);
  }

  /** The views every run gets, with the lab's templates from this folder. */
  public static Reports standard(Path templateFolder) {
    var templates = new ReportTemplates(templateFolder);
    return new Reports(
        List.of(
            new LabReport(templates),
            new JUnitXml(),
            new MarkdownSummary(),
            new AllureResults(templates)));
  }

  /** Writes them all; returns a sentence for each that could not be written. */
  public List<String> write(RunDocument run, Catalogue catalogue, CampaignFolder folder) {
    var problems = new ArrayList<String>();
    for (var reporter : reporters) {
      try {
        reporter.write(run, catalogue, folder);
      } catch (IOException | RuntimeException failed) {
        problems.add(
            "%s was not written (%s); mend that, then: coptest report %s"
                .formatted(reporter.name(), failed, folder.root()));
      }
    }
    return List.copyOf(problems);
  }
}
