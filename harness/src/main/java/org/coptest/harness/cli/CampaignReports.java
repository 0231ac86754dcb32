package org.coptest.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.report.Reports;
import org.coptest.harness.report.allure.AllureHtml;
import org.coptest.harness.report.terminal.Ending;

/** Writes all views of a run, and remembers which there are. */
final class CampaignReports {
  private final Home home;
  private final Catalogue catalogue;
  private final List<Ending.Written> files = new ArrayList<>();

  CampaignReports(Home home, Catalogue catalogue) {
    this.home = home;
    this.catalogue = catalogue;
  }

  /** Writes everything but the Allure pages; returns a sentence for each that failed. */
  List<String> write(RunDocument run, CampaignFolder folder) {
    var problems = Reports.standard(home.templates()).write(run, catalogue, folder);
    note("Report", folder.report().resolve("index.html"));
    note("JUnit", folder.junitXml());
    note("Summary", folder.summary());
    return problems;
  }

  /** Generates the Allure pages; returns a sentence when there are none. */
  Optional<String> pages(CampaignFolder folder, boolean evenMany) {
    try {
      var allure = AllureHtml.standard(home.templates(), home.allure(), System.getenv());
      return switch (allure.write(folder, evenMany)) {
        case AllureHtml.Outcome.Written written -> {
          files.add(new Ending.Written("Allure", written.index()));
          yield Optional.empty();
        }
        case AllureHtml.Outcome.NotWritten not -> Optional.of(not.reason());
      };
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.of("stopped before the Allure pages were there");
    }
  }

  /** The views that are there. */
  List<Ending.Written> files() {
    return List.copyOf(files);
  }

  private void note(String name, Path file) {
    if (Files.exists(file)) {
      files.add(new Ending.Written(name, file));
    }
  }
}
