package org.coptest.harness.report.allure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.report.LabBrand;
import org.coptest.harness.report.ReportTemplates;
import org.coptest.harness.report.Shown;

/**
 * Makes {@code allure-report/} from the results with a third-party generator, and takes out of its
 * pages what would call home. The lab report does not need it.
 */
public final class AllureHtml {
  /** More results than this only when the user asks. */
  public static final int AUTOMATIC = 10_000;

  private static final int SINGLE_FILE = 1_000;
  private static final long SINGLE_FILE_BYTES = 32L << 20;
  private final ReportTemplates templates;
  private final Optional<AllureGenerator> generator;
  private final Duration deadline;

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * The pages are there.
     *
     * @param opensFromDisk whether a browser opens them without {@code coptest serve}
     */
    record Written(Path index, int results, boolean opensFromDisk, String generator)
        implements Outcome {}

    /** They are not, with the reason and what to do; all other reports are complete. */
    record NotWritten(String reason) implements Outcome {}
  }

  /** With this generator, if there is one, and a deadline for the whole of it. */
  public AllureHtml(
      ReportTemplates templates, Optional<AllureGenerator> generator, Duration deadline) {
    this.templates = templates;
    this.generator = generator;
    this.deadline = deadline;
  }

  /** Up to 10,000 results; {@code evenMany} for all. */
  public Outcome write(CampaignFolder folder, boolean evenMany) throws InterruptedException {
    if (generator.isEmpty()) {
      return new Outcome.NotWritten(
          "no Allure generator is here, so there are no Allure pages; the lab report is complete"
              + " without them (the distribution brings a generator, or install allure 2.35 or"
              + " newer)");
    }
    try {
      return write(folder, evenMany, generator.get());
    } catch (IOException failed) {
      return new Outcome.NotWritten(
          "the Allure pages could not be written (%s); the lab report is complete without them"
              .formatted(failed.getMessage()));
    }
  }

  private Outcome write(CampaignFolder folder, boolean evenMany, AllureGenerator tool)
      throws IOException, InterruptedException {
    var results = AllureInput.of(folder.allureResults());
    if (results.count() == 0) {
      return new Outcome.NotWritten("there are no Allure results to make pages from");
    }
    if (results.count() > AUTOMATIC && !evenMany) {
      return new Outcome.NotWritten(
          String.format(
              Locale.ROOT,
              "%,d results are too many to make Allure pages without being asked; ask with:"
                  + " coptest report --allure-html %s",
              results.count(),
              folder.root()));
    }
    var singleFile =
        results.count() < SINGLE_FILE
            && !results.hasCaptures()
            && results.bytes() < SINGLE_FILE_BYTES;
    return generated(folder, tool, results, singleFile);
  }

  private Outcome generated(
      CampaignFolder folder, AllureGenerator tool, AllureInput results, boolean singleFile)
      throws IOException, InterruptedException {
    var fresh = folder.root().resolve("allure-report.new");
    FolderTree.delete(fresh);
    var ended =
        new ChildProcess(command(tool, results, fresh, singleFile), tool.environment())
            .run(deadline);
    if (!ended.succeeded()) {
      FolderTree.delete(fresh);
      return new Outcome.NotWritten(
          ended.inTime()
              ? "the Allure generator ended with %d: %s"
                  .formatted(ended.exitCode(), lastLine(ended.output()))
              : "the Allure generator took longer than %d s and was stopped"
                  .formatted(deadline.toSeconds()));
    }
    return kept(folder, fresh, tool, results, singleFile);
  }

  private static List<String> command(
      AllureGenerator tool, AllureInput results, Path out, boolean singleFile) {
    var command = new ArrayList<>(tool.command());
    command.add("generate");
    command.add("--clean");
    if (singleFile) {
      command.add("--single-file");
    }
    command.add("-o");
    command.add(out.toString());
    results.folders().forEach(folder -> command.add(folder.toString()));
    return command;
  }

  private Outcome kept(
      CampaignFolder folder,
      Path fresh,
      AllureGenerator tool,
      AllureInput results,
      boolean singleFile)
      throws IOException {
    var index = fresh.resolve("index.html");
    var page = AllurePage.hardened(Files.readString(index), LabBrand.css(templates), singleFile);
    var outside = AllurePage.loadsFromOutside(page);
    if (!outside.isEmpty()) {
      FolderTree.delete(fresh);
      return new Outcome.NotWritten(
          "the generated pages would load from elsewhere and were removed: " + outside.get(0));
    }
    Files.writeString(index, page);
    FolderTree.delete(folder.allureReport());
    Files.move(fresh, folder.allureReport());
    return new Outcome.Written(
        folder.allureReport().resolve("index.html"), results.count(), singleFile, tool.version());
  }

  private static String lastLine(String output) {
    var lines = output.strip().lines().toList();
    return lines.isEmpty() ? "it said nothing" : Shown.sentence(lines.get(lines.size() - 1));
  }

  /** Finds the generator for a command line: the newer one on the path, else the bundled one. */
  public static AllureHtml standard(
      Path templateFolder, Optional<Path> bundled, Map<String, String> environment)
      throws InterruptedException {
    return new AllureHtml(
        new ReportTemplates(templateFolder),
        AllureGenerator.find(bundled, environment),
        Duration.ofMinutes(5));
  }
}
