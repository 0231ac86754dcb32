package org.coptest.bench.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.engine.CampaignRunner;
import org.coptest.harness.engine.Stop;
import org.coptest.harness.plan.ConformancePlan;
import org.coptest.harness.record.Campaign;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.ObservationTypes;
import org.coptest.harness.record.RunJson;
import org.coptest.harness.report.ReportTemplates;
import org.coptest.harness.report.allure.AllureResults;
import org.junit.platform.launcher.TestExecutionListener;

/** One campaign over a fleet on paper, stage by stage as the command line does it. */
final class FleetCampaign {
  private final CampaignFolder folder;
  private final Map<String, Duration> stages = new LinkedHashMap<>();
  private long last = System.nanoTime();

  FleetCampaign(Path root) {
    this.folder = new CampaignFolder(root);
  }

  /** How long each stage took, in their order. */
  Map<String, Duration> stages() {
    return stages;
  }

  void run(PaperFleet fleet) throws IOException {
    var plan = fleet.plan();
    stage("plan");
    var types = ObservationTypes.of(plan.extensions().probes().values());
    try (var campaign = Campaign.create(folder, fleet.header(plan), types)) {
      observeAndJudge(plan, campaign);
      stage("observe, judge, record");
      campaign.finish(0);
      stage("run.json");
    }
  }

  private static void observeAndJudge(ConformancePlan plan, Campaign campaign) {
    new CampaignRunner(
            new PaperBench(), campaign, CampaignProgress.silent(), Clock.systemUTC(), new Stop())
        .run(plan, List.of(), new TestExecutionListener() {});
  }

  void allure(Catalogue catalogue, Path templates) throws IOException {
    var document = RunJson.read(folder.runJson());
    stage("read run.json");
    new AllureResults(new ReportTemplates(templates)).write(document, catalogue, folder);
    stage("Allure results");
  }

  private void stage(String name) {
    long now = System.nanoTime();
    stages.put(name, Duration.ofNanos(now - last));
    last = now;
  }
}
