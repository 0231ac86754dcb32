package org.coptest.harness.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.engine.CampaignRunner;
import org.coptest.harness.engine.Stop;
import org.coptest.harness.plan.ConformancePlan;
import org.coptest.harness.plan.Planner;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.CampaignReader;
import org.coptest.harness.record.ObservationTypes;
import org.coptest.harness.record.RecordedCampaign;
import org.coptest.harness.record.Rejudged;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.report.Gate;
import org.coptest.harness.target.bench.LiveWorkbench;
import org.coptest.harness.target.bench.LocalNetworks;
import org.coptest.harness.target.declaration.DeclaredTarget;
import org.coptest.harness.target.declaration.DeclaredTargets;
import org.coptest.harness.target.declaration.TargetsReader;
import org.coptest.spi.declaration.Profile;
import org.coptest.spi.verdict.Cause;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a recorded campaign again by today's rules; neither device nor record is touched. */
@Command(
    name = "rejudge",
    description = "Judge a recorded campaign again by today's rules and policies.",
    mixinStandardHelpOptions = true)
final class RejudgeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "campaign folder")
  private Path folder = Path.of(".");

  @Option(names = "--suites", paramLabel = "DIR", description = "suites to use instead of ours")
  private @Nullable Path suites;

  @Override
  public Integer call() {
    var home = Home.here();
    var loaded = Loaded.from(home, suites == null ? home.suites() : suites, home.plugins());
    var campaign = CampaignFolders.existing(folder);
    var types = ObservationTypes.of(loaded.extensions().probes().values());
    try (var recorded = CampaignReader.read(campaign, types)) {
      CampaignFolders.requireIntact(recorded);
      return judged(loaded, campaign, recorded);
    }
  }

  private int judged(Loaded loaded, CampaignFolder campaign, RecordedCampaign recorded) {
    var clock = Clock.systemUTC();
    var declared = declared(loaded, campaign, recorded, clock);
    var before = new PartialRun(recorded, loaded.catalogue()).document();
    var plan = plan(loaded, declared.targets(), before, clock);
    var record = new RejudgeRecord(recorded);
    var bench =
        new LiveWorkbench(
            declared.targets(), loaded.emulators(), record, CampaignProgress.silent());
    new CampaignRunner(bench, record, CampaignProgress.silent(), clock, new Stop()).rejudge(plan);
    var targets = record.results(recorded.targets());
    var after = new RunDocument(RunDocument.SCHEMA, info(loaded, recorded, clock), targets);
    var decision = Gate.standard().decide(after);
    var based = new RunInfo.BasedOn(recorded.chain().head(), before.run().tool().version());
    var place = Rejudged.write(campaign, clock.instant(), after.run(), based, targets.stream());
    print(new VerdictChanges(before, after, loaded.catalogue()), place);
    return decision.exitCode().code();
  }

  /** As the campaign was planned: what it left out or was not allowed to do stays so. */
  private static ConformancePlan plan(
      Loaded loaded, List<DeclaredTarget> targets, RunDocument before, Clock clock) {
    var options = new PlanOptions();
    options.skip(deselected(before));
    Stream.of(Profile.values())
        .filter(profile -> Words.lower(profile).equals(before.run().profile()))
        .forEach(options::profile);
    var settings = options.settings(LocalDate.now(clock));
    return new Planner(loaded.catalogue(), loaded.extensions(), settings)
        .plan(targets.stream().map(DeclaredTarget::unstarted).toList(), new LocalNetworks());
  }

  private static List<String> deselected(RunDocument run) {
    return run.targets().stream()
        .flatMap(target -> target.provisions().stream())
        .flatMap(provision -> provision.cases().stream())
        .flatMap(one ->
            one.units().stream()
                .filter(unit -> unit.cause().filter(c -> c == Cause.DESELECTED).isPresent())
                .map(unit -> one.id() + " " + unit.id()))
        .distinct()
        .toList();
  }

  private static DeclaredTargets declared(
      Loaded loaded, CampaignFolder campaign, RecordedCampaign recorded, Clock clock) {
    var place = campaign.root().resolve("declaration");
    if (!Files.isDirectory(place)) {
      throw new UsageException(
          "%s holds no copy of the declaration, so it cannot be judged again".formatted(place));
    }
    var then = Clock.fixed(recorded.info().started(), ZoneOffset.UTC);
    try (Stream<Path> files = Files.list(place)) {
      var read =
          TargetsReader.read(files.sorted().toList(), loaded.references(clock).forJudging(then));
      var known = read.targets().stream().filter(t -> recorded.targets().contains(t.id())).toList();
      return new DeclaredTargets(read.files(), known);
    } catch (java.io.IOException unreadable) {
      throw new UsageException("the declaration cannot be read: " + unreadable);
    }
  }

  private static RunInfo info(Loaded loaded, RecordedCampaign recorded, Clock clock) {
    var original = recorded.info();
    return new RunInfo(
        original.id(),
        original.started(),
        Optional.of(clock.instant()),
        ToolVersion.tool(loaded.extensions().plugins(), Optional.empty()),
        new RunInfo.CatalogueRef(loaded.catalogue().id(), loaded.catalogue().sha256()),
        original.lists(),
        original.profile(),
        original.pace(),
        original.operator(),
        original.exitCode(),
        Optional.of(recorded.chain().head()),
        Optional.empty());
  }

  private void print(VerdictChanges changes, Path place) {
    PrintWriter out = Output.of(spec);
    var lines = changes.lines();
    if (lines.isEmpty()) {
      out.println("No verdict changed.");
    }
    lines.forEach(out::println);
    out.println("Wrote " + place.resolve("run.json"));
  }
}
