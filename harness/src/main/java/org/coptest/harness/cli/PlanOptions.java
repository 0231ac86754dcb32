package org.coptest.harness.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coptest.harness.lists.CredentialFile;
import org.coptest.harness.plan.RunSettings;
import org.coptest.harness.plan.Selection;
import org.coptest.spi.LabCredentials;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that decide what a campaign will do; shared by plan, run and gate. */
final class PlanOptions {
  private static final Pattern SPAN =
      Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

  @Parameters(
      arity = "0..*",
      paramLabel = "TARGETS",
      description = "declaration files; targets.yaml when none is given")
  private List<Path> targets = new ArrayList<>();

  @Option(names = "--device", paramLabel = "ID", description = "only this device; may be repeated")
  private List<String> devices = new ArrayList<>();

  @Option(names = "--guideline", paramLabel = "N", description = "only this guideline, such as 5.6")
  private List<String> guidelines = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      split = ",",
      description = "only these provisions, test cases or probes")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--skip",
      paramLabel = "GLOB",
      split = ",",
      description = "not these provisions, test cases or probes")
  private List<String> skip = new ArrayList<>();

  @Option(names = "--profile", paramLabel = "P", description = "ci, lab or destructive")
  private @Nullable Profile profile;

  @Option(names = "--pace", paramLabel = "P", description = "gentle, normal, fast or unlimited")
  private @Nullable Pace pace;

  @Option(names = "--parallel", paramLabel = "N", description = "devices at a time (default: 4)")
  private int parallel = 4;

  @Option(names = "--budget", paramLabel = "TIME", description = "time limit, such as 10m or 1h30m")
  private @Nullable String budget;

  @Option(names = "--operator", paramLabel = "NAME", description = "who is at the bench")
  private @Nullable String operator;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = "credentials of the lab as CSV, tried before the bundled ones")
  private @Nullable Path credentials;

  @Option(names = "--suites", paramLabel = "DIR", description = "suites to use instead of ours")
  private @Nullable Path suites;

  @Option(names = "--plugins", paramLabel = "DIR", description = "folder of plug-in jars")
  private @Nullable Path plugins;

  @Option(names = "--seed", paramLabel = "N", description = "seed of all randomness", hidden = true)
  private @Nullable Long seed;

  List<Path> targets() {
    return targets.isEmpty() ? List.of(Path.of("targets.yaml")) : targets;
  }

  void targets(List<Path> files) {
    targets = files;
  }

  void skip(List<String> globs) {
    skip = globs;
  }

  void profile(Profile wanted) {
    profile = wanted;
  }

  void pace(@Nullable Pace wanted) {
    pace = wanted;
  }

  List<String> devices() {
    return devices;
  }

  Path suites(Home home) {
    return suites == null ? home.suites() : suites;
  }

  Path plugins(Home home) {
    return plugins == null ? home.plugins() : plugins;
  }

  RunSettings settings(LocalDate today) {
    if (parallel < 1 || parallel > 1024) {
      throw new UsageException("--parallel is %d, it must be 1 to 1024".formatted(parallel));
    }
    return new RunSettings(
        Optional.ofNullable(profile),
        Optional.ofNullable(pace),
        parallel,
        Optional.ofNullable(budget).map(PlanOptions::span),
        new Selection(guidelines, only, skip),
        Optional.ofNullable(operator),
        credentials == null ? LabCredentials.none() : CredentialFile.read(credentials),
        seed == null ? System.nanoTime() : seed,
        today);
  }

  private static Duration span(String text) {
    var match = SPAN.matcher(text);
    if (text.isEmpty() || !match.matches()) {
      throw new UsageException(
          "--budget is \"%s\", it must look like 90s, 10m or 1h30m".formatted(text));
    }
    var span =
        Duration.ofHours(number(match.group(1)))
            .plusMinutes(number(match.group(2)))
            .plusSeconds(number(match.group(3)));
    if (span.isZero()) {
      throw new UsageException(
          "--budget is \"%s\", nothing can be looked at in no time".formatted(text));
    }
    return span;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
