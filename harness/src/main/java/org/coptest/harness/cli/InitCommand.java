package org.coptest.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.coptest.harness.plan.Planner;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.report.ExitCode;
import org.coptest.harness.target.bench.LocalNetworks;
import org.coptest.harness.target.declaration.TargetsReader;
import org.coptest.spi.Probe;
import org.coptest.spi.ShowsInterfaces;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at an unknown device and writes a first declaration that its maker can correct. */
@Command(
    name = "init",
    description = "Look at a device and write a first targets.yaml with comments to fill in.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "HOST", description = "address or name of the device")
  private String host = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "file to write (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("targets.yaml");

  @Option(names = "--pace", paramLabel = "P", description = "gentle, normal, fast or unlimited")
  private org.coptest.spi.declaration.@Nullable Pace pace;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out)) {
      throw new UsageException("%s is there already; give another name with --out".formatted(out));
    }
    var draft = new DeclarationDraft(host);
    var found = look(draft);
    Files.writeString(out, draft.text(found));
    report(found);
    return ExitCode.CONFORMS.code();
  }

  private List<ShowsInterfaces.Found> look(DeclarationDraft draft) throws IOException {
    var home = Home.here();
    var loaded = Loaded.from(home);
    var folder = Files.createTempDirectory("coptest-init");
    var minimal = folder.resolve("targets.yaml");
    Files.writeString(minimal, draft.minimal());
    var declared = TargetsReader.read(minimal, loaded.references(Clock.systemUTC()));
    var options = new PlanOptions();
    options.pace(pace);
    var planner =
        new Planner(
            loaded.catalogue(),
            loaded.extensions(),
            options.settings(java.time.LocalDate.now(Clock.systemUTC())));
    var target = declared.targets().get(0).unstarted();
    var plan = planner.look(target, new LocalNetworks(), showing(loaded));
    var progress = new PlainProgress(Output.progressOf(spec));
    var prepared = new Prepared(loaded, declared, plan);
    var session = new CampaignSession(prepared, progress, Clock.systemUTC());
    var campaign = session.begin(java.util.Optional.of(folder.resolve("campaign")));
    var found = new ArrayList<ShowsInterfaces.Found>();
    session.look(campaign, outcomes -> collect(outcomes, found));
    return found.stream().distinct().toList();
  }

  private static java.util.Set<String> showing(Loaded loaded) {
    return loaded.extensions().probes().values().stream()
        .filter(InitCommand::showsInterfaces)
        .map(Probe::id)
        .collect(Collectors.toSet());
  }

  private static boolean showsInterfaces(Probe<?> probe) {
    return java.util.Arrays.stream(probe.getClass().getMethods())
        .filter(method -> method.getName().equals("observe") && !method.isBridge())
        .anyMatch(method -> ShowsInterfaces.class.isAssignableFrom(method.getReturnType()));
  }

  private void collect(Iterable<ProbeOutcome> outcomes, List<ShowsInterfaces.Found> found) {
    for (var outcome : outcomes) {
      switch (outcome) {
        case ProbeOutcome.Observed observed
            when observed.observation() instanceof ShowsInterfaces shows ->
            found.addAll(shows.interfaces());
        case ProbeOutcome.Observed other -> {}
        case ProbeOutcome.CouldNotLook blind ->
            throw new UsageException(
                ExitCode.NO_VERDICT,
                "%s: %s (%s)%n→ %s"
                    .formatted(
                        blind.probe(), blind.reason(), blind.cause(), blind.cause().settledBy()));
      }
    }
  }

  private void report(List<ShowsInterfaces.Found> found) {
    PrintWriter results = Output.of(spec);
    results.printf("%d open TCP port%s on %s:%n", found.size(), found.size() == 1 ? "" : "s", host);
    found.forEach(one ->
        results.printf(
            "  tcp/%-6d %s%s%s%n",
            one.port(),
            one.protocol().orElse("unknown"),
            one.tls() ? " over TLS" : "",
            one.login() ? ", asks for a login" : ""));
    results.printf("%nWrote %s. With it these can be decided at once:%n", out);
    decidable(results);
    results.printf("%nNext: correct the file with the maker, then: coptest plan %s%n", out);
  }

  private void decidable(PrintWriter results) {
    var options = new PlanOptions();
    options.targets(List.of(out));
    var prepared = Prepared.from(options, Home.here(), Clock.systemUTC());
    prepared.plan().devices().get(0).cases().stream()
        .filter(one ->
            one.units().stream().anyMatch(u -> u.left().isEmpty() && !u.unit().probes().isEmpty()))
        .forEach(
            one -> results.printf("  %-9s %s%n", one.testCase().id(), one.provision().title()));
  }
}
