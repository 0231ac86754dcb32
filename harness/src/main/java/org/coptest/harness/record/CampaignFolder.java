package org.coptest.harness.record;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Where everything of one campaign lies; only names, nothing is created by asking for them.
 *
 * @param root the folder itself
 */
public record CampaignFolder(Path root) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A folder below {@code parent} named for the time and six random hex digits. */
  public static CampaignFolder fresh(Path parent, Instant now, RandomGenerator random) {
    return new CampaignFolder(
        parent.resolve("%s-%06x".formatted(stamp(now), random.nextInt(1 << 24))));
  }

  /** The time as folder names carry it, UTC to the second. */
  static String stamp(Instant time) {
    return STAMP.format(time);
  }

  /** Name of the folder, which is the default id of the run. */
  public String name() {
    return String.valueOf(root.toAbsolutePath().normalize().getFileName());
  }

  /** The run model. */
  public Path runJson() {
    return root.resolve("run.json");
  }

  /** The append-only, hash-chained log. */
  public Path events() {
    return root.resolve("events.jsonl");
  }

  /** Observations of all devices, a folder per device. */
  public Path observations() {
    return root.resolve("observations");
  }

  /** Transcripts and artefacts. */
  public Path evidence() {
    return root.resolve("evidence");
  }

  /** Allure results of all devices. */
  public Path allureResults() {
    return root.resolve("allure-results");
  }

  /** Allure results of one device. */
  public Path allureResults(String target) {
    return allureResults().resolve(FileNames.checked(target));
  }

  /** The generated Allure pages. */
  public Path allureReport() {
    return root.resolve("allure-report");
  }

  /** The lab report. */
  public Path report() {
    return root.resolve("report");
  }

  /** JUnit XML for CI servers. */
  public Path junitXml() {
    return root.resolve("junit.xml");
  }

  /** SARIF for code scanning. */
  public Path sarif() {
    return root.resolve("results.sarif");
  }

  /** Markdown for a job summary. */
  public Path summary() {
    return root.resolve("summary.md");
  }

  /** Later judgements of the same record. */
  public Path rejudged() {
    return root.resolve("rejudged");
  }

  /** Held while a process writes here. */
  Path lock() {
    return root.resolve(".lock");
  }

  /** A path below the root as the record names it, with forward slashes. */
  String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
