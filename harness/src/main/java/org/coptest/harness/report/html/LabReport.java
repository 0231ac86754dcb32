package org.coptest.harness.report.html;

import java.io.IOException;
import java.nio.file.Files;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.report.DeviceFile;
import org.coptest.harness.report.EvidenceShelf;
import org.coptest.harness.report.ReportTemplates;
import org.coptest.harness.report.Reporter;

/** {@code report/index.html} and a page per device: no script, printable, complete without us. */
public final class LabReport implements Reporter {
  private final ReportTemplates templates;

  /** With the style and logo from these templates. */
  public LabReport(ReportTemplates templates) {
    this.templates = templates;
  }

  @Override
  public String name() {
    return "lab report";
  }

  @Override
  public void write(RunDocument run, Catalogue catalogue, CampaignFolder folder)
      throws IOException {
    var page = new Page(templates, run.run(), catalogue);
    Files.createDirectories(folder.report());
    var evidence = new EvidenceLinks(EvidenceShelf.of(folder), folder.report());
    for (var target : run.targets()) {
      var device = new DevicePage(run.run(), target, catalogue, evidence);
      Files.writeString(
          folder.report().resolve(DeviceFile.name(target.id()) + ".html"),
          page.of("Test report " + target.id(), device::write));
    }
    Files.writeString(
        folder.report().resolve("index.html"),
        page.of("Test report", new IndexPage(run, catalogue)::write));
  }
}
