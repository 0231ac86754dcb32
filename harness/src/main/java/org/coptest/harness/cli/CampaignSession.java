package org.coptest.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.engine.CampaignRunner;
import org.coptest.harness.engine.LabEngine;
import org.coptest.harness.engine.Stop;
import org.coptest.harness.record.Campaign;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.CampaignHeader;
import org.coptest.harness.record.ObservationTypes;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.RecordFaultException;
import org.coptest.harness.record.ResumeRefusedException;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.record.RunJson;
import org.coptest.harness.report.ExitCode;
import org.coptest.harness.report.Gate;
import org.coptest.harness.target.bench.LiveWorkbench;
import org.coptest.harness.target.declaration.DeclaredTarget;
import org.coptest.harness.target.declaration.DeclaredTargets;
import org.coptest.spi.DataList;
import org.coptest.spi.LabCredentials;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.TestExecutionListener;

/** Runs a prepared campaign into a folder, from its first event to its run.json. */
final class CampaignSession {
  private final Prepared prepared;
  private final CampaignProgress progress;
  private final Clock clock;
  private final Stop stop = new Stop();

  CampaignSession(Prepared prepared, CampaignProgress progress, Clock clock) {
    this.prepared = prepared;
    this.progress = progress;
    this.clock = clock;
  }

  /** Asks the running campaign to stop; it closes its record first. */
  Stop stop() {
    return stop;
  }

  /** A new campaign in this folder, or in a fresh one below {@code campaigns}. */
  Campaign begin(Optional<Path> out) {
    var random = new SplittableRandom(prepared.plan().settings().seed());
    var folder =
        out.map(CampaignFolder::new)
            .orElseGet(() -> CampaignFolder.fresh(Path.of("campaigns"), clock.instant(), random));
    if (Files.exists(folder.events())) {
      throw new UsageException(
          "%s holds a campaign already: go on with it by --resume %s, or give another folder with --out"
              .formatted(folder.root(), folder.root()));
    }
    try {
      var campaign = Campaign.create(folder, header(folder.name()), types());
      keepDeclarations(folder);
      return campaign;
    } catch (RecordFaultException | IOException unusable) {
      throw new UsageException(
          "the campaign cannot be recorded in %s: %s; give another folder with --out"
              .formatted(folder.root(), unusable.getMessage()));
    }
  }

  /** Goes on with a stopped campaign. */
  Campaign resume(Path folder) {
    if (!Files.isRegularFile(new CampaignFolder(folder).events())) {
      throw new UsageException("%s holds no campaign to resume".formatted(folder));
    }
    try {
      return Campaign.resume(new CampaignFolder(folder), header(folder.toString()), types());
    } catch (ResumeRefusedException | RecordFaultException refused) {
      throw new UsageException(String.valueOf(refused.getMessage()));
    }
  }

  /** Observes and judges; returns the finished document with the exit code the gate gives. */
  Finished run(Campaign campaign, Gate gate, List<LabEngine.Suites> suites) {
    try (campaign;
        var bench =
            new LiveWorkbench(
                prepared.targets().targets(), prepared.loaded().emulators(), campaign, progress)) {
      new CampaignRunner(bench, campaign, progress, clock, stop)
          .run(
              prepared.plan(), labEngines(suites, bench, campaign), new TestExecutionListener() {});
      return finished(campaign, gate);
    }
  }

  private List<TestEngine> labEngines(
      List<LabEngine.Suites> suites, LiveWorkbench bench, Campaign campaign) {
    var floor = new LabEngine.Bench(prepared.plan().devices(), bench, campaign, stop);
    return suites.stream().map(found -> found.on(floor)).toList();
  }

  /** Looks without judging, and hands on what the probes of each device came to. */
  void look(Campaign campaign, Consumer<Iterable<ProbeOutcome>> outcomes) {
    try (campaign;
        var bench =
            new LiveWorkbench(
                prepared.targets().targets(), prepared.loaded().emulators(), campaign, progress)) {
      new CampaignRunner(bench, campaign, progress, clock, stop)
          .run(prepared.plan(), List.of(), new TestExecutionListener() {});
      prepared
          .plan()
          .devices()
          .forEach(device -> outcomes.accept(campaign.outcomes(device.id()).values()));
    }
  }

  private Finished finished(Campaign campaign, Gate gate) {
    var targets = campaign.results().toList();
    var header = campaign.header();
    var running = new RunDocument(RunDocument.SCHEMA, header.running(), targets);
    var decision = gate.decide(running);
    var exit = stop.isAsked() ? ExitCode.INTERRUPTED : decision.exitCode();
    if (stop.isAsked()) {
      campaign.note("", "stopped", Map.of("finished", "" + targets.size()));
      campaign.sync();
      var head = campaign.logHead();
      var run = header.finished(clock.instant(), exit.code(), head);
      RunJson.write(campaign.folder().runJson(), run, targets.stream());
    } else {
      campaign.finish(exit.code());
    }
    return new Finished(
        RunJson.read(campaign.folder().runJson()), decision, exit, campaign.folder());
  }

  /** What a run came to. */
  record Finished(
      RunDocument document, Gate.Decision decision, ExitCode exit, CampaignFolder folder) {}

  private ObservationTypes types() {
    return ObservationTypes.of(prepared.loaded().extensions().probes().values());
  }

  private CampaignHeader header(String id) {
    var settings = prepared.plan().settings();
    var declarations = new LinkedHashMap<String, String>();
    for (DeclaredTarget target : prepared.targets().targets()) {
      declarations.put(target.id(), target.sha256());
    }
    var catalogue = prepared.loaded().catalogue();
    return new CampaignHeader(
        id,
        clock.instant(),
        ToolVersion.tool(prepared.loaded().extensions().plugins(), Home.here().selftestSha256()),
        new RunInfo.CatalogueRef(catalogue.id(), catalogue.sha256()),
        lists(prepared.loaded(), settings.credentials()),
        settings.profile().map(p -> Words.lower(p)).orElse("as declared"),
        settings.pace().map(p -> Words.lower(p)),
        settings.operator(),
        declarations);
  }

  private static List<DataList> lists(Loaded loaded, LabCredentials ofTheLab) {
    var lists = new ArrayList<DataList>(ofTheLab.about().stream().toList());
    loaded
        .extensions()
        .probes()
        .values()
        .forEach(
            probe -> probe.lists().stream().filter(l -> !lists.contains(l)).forEach(lists::add));
    lists.sort(java.util.Comparator.comparing(DataList::id));
    return lists;
  }

  /** A copy of what was declared, so that the campaign can be judged again without its origin. */
  private void keepDeclarations(CampaignFolder folder) throws IOException {
    var place = Files.createDirectories(folder.root().resolve("declaration"));
    int number = 1;
    for (DeclaredTargets.File file : prepared.targets().files()) {
      var name = "%02d-targets.yaml".formatted(number++);
      Files.copy(Path.of(file.name()), place.resolve(name));
    }
  }
}
