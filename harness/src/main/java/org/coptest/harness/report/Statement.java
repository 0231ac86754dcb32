package org.coptest.harness.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.Status;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.TargetResult;
import org.coptest.spi.verdict.Verdict;

/** What may be said of a device in one line; never more than the verdicts carry. */
public enum Statement {
  DOES_NOT_CONFORM("DOES NOT CONFORM"),
  CONFORMS("CONFORMS to every mandatory provision"),
  NO_FAILURE("no failure seen"),
  ONLY_RECOMMENDED("no mandatory provision fails"),
  NO_VERDICT("no verdict");

  private final String words;

  Statement(String words) {
    this.words = words;
  }

  /** The statement in words. */
  public String words() {
    return words;
  }

  /** What may be said of this device. */
  public static Statement of(TargetResult target, Catalogue catalogue) {
    if (target.verdict() == Verdict.FAIL) {
      return DOES_NOT_CONFORM;
    }
    if (isComplete(target, catalogue)) {
      return CONFORMS;
    }
    if (target.provisions().stream().anyMatch(p -> p.verdict() == Verdict.FAIL)) {
      return ONLY_RECOMMENDED;
    }
    return target.provisions().stream().anyMatch(Statement::isPassed) ? NO_FAILURE : NO_VERDICT;
  }

  private static boolean isPassed(ProvisionResult provision) {
    return provision.observed().filter(Verdict.PASS::equals).isPresent()
        || provision.verdict() == Verdict.PASS;
  }

  /** A PASS says nothing of provisions that were left out, or of cases that still wait. */
  private static boolean isComplete(TargetResult target, Catalogue catalogue) {
    var judged = target.provisions().stream().map(ProvisionResult::id).toList();
    var waits =
        target.provisions().stream()
            .flatMap(provision -> provision.cases().stream())
            .anyMatch(one -> one.verdict() == Verdict.PENDING);
    return target.verdict() == Verdict.PASS
        && !waits
        && catalogue.provisions().stream()
            .filter(provision -> provision.status() == Status.MANDATORY)
            .allMatch(provision -> judged.contains(provision.id()));
  }

  /** {@code 68 provisions · observed: 31 pass, 2 fail · 18 await an assessor · 13 n/a}. */
  public static String counts(TargetResult target, String dot) {
    var counts = Standing.count(target.provisions());
    var parts = new ArrayList<String>();
    parts.add(target.provisions().size() + " provisions");
    parts.add("observed: " + observed(counts));
    add(parts, counts, Standing.FAILS_ON_PAPER, "fail on paper");
    add(parts, counts, Standing.SIGNED, "signed by an assessor");
    add(parts, counts, Standing.AWAITS_ASSESSOR, "await an assessor");
    add(parts, counts, Standing.LACKS_DECLARATION, "lack a declaration");
    add(parts, counts, Standing.NOT_TESTED, "not tested");
    add(parts, counts, Standing.NOT_APPLICABLE, "n/a");
    return String.join(" " + dot + " ", parts);
  }

  private static String observed(Map<Standing, Integer> counts) {
    var parts = new ArrayList<String>();
    add(parts, counts, Standing.PASS, "pass");
    add(parts, counts, Standing.FAIL, "fail");
    add(parts, counts, Standing.UNDECIDED, "undecided");
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  private static void add(
      List<String> parts, Map<Standing, Integer> counts, Standing standing, String words) {
    int count = counts.getOrDefault(standing, 0);
    if (count > 0) {
      parts.add(count + " " + words);
    }
  }
}
