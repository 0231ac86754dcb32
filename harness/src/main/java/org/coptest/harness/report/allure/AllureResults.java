package org.coptest.harness.report.allure;

import io.qameta.allure.FileSystemResultsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.DeviceFile;
import org.coptest.harness.report.EvidenceShelf;
import org.coptest.harness.report.ReportTemplates;
import org.coptest.harness.report.Reporter;
import org.coptest.harness.report.Shown;

/** Allure 2 results, one folder per device; a view to browse evidence, not the record. */
public final class AllureResults implements Reporter {
  private final ReportTemplates templates;

  /** With categories, environment and executor from these templates. */
  public AllureResults(ReportTemplates templates) {
    this.templates = templates;
  }

  @Override
  public String name() {
    return "Allure results";
  }

  @Override
  public void write(RunDocument run, Catalogue catalogue, CampaignFolder folder)
      throws IOException {
    var shelf = EvidenceShelf.of(folder);
    try {
      // Each device has a folder of its own, and 1,000 devices make 80,000 files and more.
      run.targets().parallelStream()
          .forEach(target -> write(run.run(), target, catalogue, shelf, folder));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private void write(
      RunInfo run,
      TargetResult target,
      Catalogue catalogue,
      EvidenceShelf shelf,
      CampaignFolder folder) {
    var results = folder.allureResults().resolve(DeviceFile.name(target.id()));
    try {
      emptied(results);
      write(run, target, catalogue, new AllureAttachments(shelf, results));
      Files.writeString(results.resolve("categories.json"), templates.text("categories.json"));
      describe(run, target, catalogue, results);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(
      RunInfo run, TargetResult target, Catalogue catalogue, AllureAttachments attachments)
      throws IOException {
    var writer = new FileSystemResultsWriter(attachments.folder());
    var cases = new AllureCase(run, target, catalogue, attachments);
    for (var provision : target.provisions()) {
      for (var one : provision.cases()) {
        writer.write(cases.result(provision, one));
      }
    }
  }

  /** What an earlier report left; only files, and only in the folder that is ours. */
  private static void emptied(Path results) throws IOException {
    Files.createDirectories(results);
    try (var files = Files.newDirectoryStream(results, Files::isRegularFile)) {
      for (var file : files) {
        Files.delete(file);
      }
    }
  }

  private void describe(RunInfo run, TargetResult target, Catalogue catalogue, Path results)
      throws IOException {
    var facts = facts(run, target, catalogue);
    Files.writeString(
        results.resolve("environment.properties"),
        templates.filled("environment.properties.tpl", facts, AllureResults::inProperties),
        StandardCharsets.ISO_8859_1);
    Files.writeString(
        results.resolve("executor.json"),
        templates.filled("executor.json.tpl", facts, AllureResults::inJson));
  }

  private static Map<String, String> facts(RunInfo run, TargetResult target, Catalogue catalogue) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("campaign", run.id());
    facts.put("started", run.started().toString());
    facts.put("standard", catalogue.title());
    facts.put("catalogue", run.catalogue().id());
    facts.put("tool", run.tool().version());
    facts.put("commit", run.tool().commit());
    facts.put("profile", run.profile());
    facts.put("pace", run.pace().orElse("as declared"));
    facts.put("operator", run.operator().orElse("not named"));
    facts.put("logHead", run.logHead().orElse("not closed"));
    facts.put("device", target.id());
    facts.put("address", target.address());
    facts.put("model", target.identity().getOrDefault("model", "not declared"));
    facts.put("firmware", target.identity().getOrDefault("firmware", "not declared"));
    return facts;
  }

  private static String inProperties(String value) {
    return Shown.sentence(value).replace("…", "...").replace("\\", "\\\\");
  }

  private static String inJson(String value) {
    return Shown.sentence(value).replace("\\", "\\\\");
  }
}
