package org.coptest.harness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.coptest.harness.record.CampaignReader;
import org.coptest.harness.record.ObservationTypes;
import org.coptest.harness.record.RunJson;
import org.coptest.harness.report.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the reports of a campaign again, also of one that was stopped or killed. */
@Command(
    name = "report",
    description = "Write the reports of a campaign again, also of one that was cut off.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "campaign folder")
  private Path folder = Path.of(".");

  @Option(names = "--allure-html", description = "generate the Allure pages, however many")
  private boolean allure;

  @Option(names = "--no-html", description = "no Allure pages")
  private boolean noHtml;

  @Override
  public Integer call() {
    var loaded = Loaded.from(Home.here());
    var campaign = CampaignFolders.existing(folder);
    var types = ObservationTypes.of(loaded.extensions().probes().values());
    var reports = new CampaignReports(Home.here(), loaded.catalogue());
    var notes = new ArrayList<String>();
    try (var recorded = CampaignReader.read(campaign, types)) {
      CampaignFolders.requireIntact(recorded);
      var run = new PartialRun(recorded, loaded.catalogue()).document();
      RunJson.write(campaign.runJson(), run);
      notes.addAll(reports.write(run, campaign));
    }
    if (!noHtml) {
      reports.pages(campaign, allure).ifPresent(notes::add);
    }
    var out = Output.of(spec);
    reports.files().forEach(file -> out.printf("%-8s %s%n", file.name(), file.file()));
    notes.forEach(Output.progressOf(spec)::println);
    return ExitCode.CONFORMS.code();
  }
}
