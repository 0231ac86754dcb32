package org.coptest.harness.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.TargetResult;
import org.coptest.spi.verdict.Verdict;

/** {@code summary.md} for job pages: at most 900 KiB, device text only in code spans. */
public final class MarkdownSummary implements Reporter {
  private static final int LONGEST = 900 * 1024;
  // The last lines must fit as well.
  private static final int ROOM = LONGEST - 512;
  private static final int FAILURES = 10;

  @Override
  public String name() {
    return "Markdown summary";
  }

  @Override
  public void write(RunDocument run, Catalogue catalogue, CampaignFolder folder)
      throws IOException {
    var text = new BoundedText(ROOM);
    head(text, run, catalogue);
    devices(text, run, catalogue);
    failures(text, run);
    cases(text, run);
    Files.writeString(folder.summary(), text.toString(), StandardCharsets.UTF_8);
  }

  private static void head(BoundedText text, RunDocument run, Catalogue catalogue) {
    text.add("# Conformance test: %s\n\n".formatted(verdictLine(run, catalogue)));
    text.add(
        "%s · campaign %s · coptest %s · profile %s\n\n"
            .formatted(
                code(catalogue.id()),
                code(run.run().id()),
                code(run.run().tool().version()),
                code(run.run().profile())));
  }

  private static String verdictLine(RunDocument run, Catalogue catalogue) {
    var statements = new EnumMap<Statement, Integer>(Statement.class);
    run.targets().forEach(t -> statements.merge(Statement.of(t, catalogue), 1, Integer::sum));
    var parts =
        statements.entrySet().stream()
            .map(entry -> "%d × %s".formatted(entry.getValue(), entry.getKey().words()))
            .toList();
    return parts.isEmpty() ? "no device" : String.join(", ", parts);
  }

  private static void devices(BoundedText text, RunDocument run, Catalogue catalogue) {
    text.add("| device | statement | PASS | FAIL | OTHER |\n|---|---|--:|--:|--:|\n");
    for (var target : run.targets()) {
      var counts = caseCounts(target);
      int pass = counts.getOrDefault(Verdict.PASS, 0);
      int fail = counts.getOrDefault(Verdict.FAIL, 0);
      int all = counts.values().stream().mapToInt(Integer::intValue).sum();
      text.add(
          "| %s | %s | %d | %d | %d |\n"
              .formatted(
                  code(target.id()),
                  Statement.of(target, catalogue).words(),
                  pass,
                  fail,
                  all - pass - fail));
    }
    text.add("\nCounted are test cases.\n");
  }

  private static Map<Verdict, Integer> caseCounts(TargetResult target) {
    var counts = new EnumMap<Verdict, Integer>(Verdict.class);
    target.provisions().stream()
        .flatMap(provision -> provision.cases().stream())
        .forEach(one -> counts.merge(one.verdict(), 1, Integer::sum));
    return counts;
  }

  private static void failures(BoundedText text, RunDocument run) {
    var failures = run.targets().stream().flatMap(t -> Place.failures(t).stream()).toList();
    if (failures.isEmpty()) {
      return;
    }
    text.add("\n## What failed\n\n");
    failures.stream().limit(FAILURES).forEach(place -> failure(text, place));
    if (failures.size() > FAILURES) {
      text.add("\nand %d more, in the lab report.\n".formatted(failures.size() - FAILURES));
    }
  }

  private static void failure(BoundedText text, Place place) {
    text.add("- **FAIL** %s %s\n".formatted(code(place.target().id()), code(place.rowId())));
    text.add("  - " + code(place.row().reason()) + "\n");
    place.row().reproduce().ifPresent(how -> text.add("  - reproduce: " + code(how) + "\n"));
    place.row().fix().ifPresent(how -> text.add("  - fix: " + code(how) + "\n"));
    text.add("  - evidence: " + code(RowText.evidence(place.row())) + "\n");
  }

  private static void cases(BoundedText text, RunDocument run) {
    text.add("\n## All test cases\n\n");
    text.add("| device | test case | verdict | cause |\n|---|---|---|---|\n");
    int left = 0;
    for (var target : run.targets()) {
      for (var provision : target.provisions()) {
        for (var one : provision.cases()) {
          var line =
              "| %s | %s | %s | %s |\n"
                  .formatted(
                      code(target.id()),
                      code(one.id()),
                      VerdictForm.of(one.verdict()).word(),
                      one.cause().map(Enum::name).orElse(""));
          left += text.add(line) ? 0 : 1;
        }
      }
    }
    if (left > 0) {
      text.last("\n%d more test cases are in run.json; there is no room here.\n".formatted(left));
    }
  }

  /** A code span: no link, mention, image or HTML begins in it, and quoting left no backtick. */
  private static String code(String untrusted) {
    var shown = Shown.text(untrusted, 300).replace("|", "\\|");
    return shown.isBlank() ? "` `" : String.format(Locale.ROOT, "`%s`", shown);
  }
}
