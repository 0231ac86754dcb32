package org.coptest.harness.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.record.UnitResult;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/**
 * Decides what a run means to a pipeline. It asks for what was promised: a gap that the plan had
 * announced is no failure unless the provision is required; a gap that arose on the way is.
 *
 * @param full whether papers and pending examinations count too
 * @param recommendations whether recommendations count too
 * @param required provisions that must be decided, by target id
 */
public record Gate(boolean full, boolean recommendations, Map<String, List<String>> required) {

  /** What {@code run} uses: observed verdicts of mandatory provisions. */
  public static Gate standard() {
    return new Gate(false, false, Map.of());
  }

  /** A provision of a device that decided the outcome. */
  public record Line(String target, ProvisionResult provision, Verdict verdict, String reason) {}

  /**
   * What the gate came to.
   *
   * @param failed provisions that fail
   * @param broken provisions that were promised and not delivered
   * @param gaps required provisions that cannot be decided here
   */
  public record Decision(
      ExitCode exitCode,
      int decided,
      int asked,
      List<Line> failed,
      List<Line> broken,
      List<Line> gaps) {}

  /** Judges a run. */
  public Decision decide(RunDocument run) {
    var failed = new ArrayList<Line>();
    var broken = new ArrayList<Line>();
    var gaps = new ArrayList<Line>();
    int decided = 0;
    int asked = 0;
    for (var target : run.targets()) {
      for (var provision : asked(target)) {
        var verdict = full ? Optional.of(provision.verdict()) : provision.observed();
        asked++;
        decided += verdict.filter(Gate::isDecided).isPresent() ? 1 : 0;
        sort(target.id(), provision, verdict, failed, broken, gaps);
      }
    }
    return new Decision(
        exitCode(failed, broken, gaps, decided), decided, asked, failed, broken, gaps);
  }

  private List<ProvisionResult> asked(TargetResult target) {
    return target.provisions().stream()
        .filter(p -> recommendations || p.status().startsWith("M"))
        .filter(p -> p.verdict() != Verdict.NOT_APPLICABLE)
        .toList();
  }

  private static boolean isDecided(Verdict verdict) {
    return verdict == Verdict.PASS || verdict == Verdict.FAIL;
  }

  private void sort(
      String target,
      ProvisionResult provision,
      Optional<Verdict> verdict,
      List<Line> failed,
      List<Line> broken,
      List<Line> gaps) {
    var shown = verdict.orElse(provision.verdict());
    var line = new Line(target, provision, shown, reason(provision, shown));
    var isRequired = required.getOrDefault(target, List.of()).contains(provision.id());
    if (verdict.filter(v -> v == Verdict.FAIL).isPresent()) {
      failed.add(line);
    } else if (verdict.filter(Gate::isDecided).isEmpty()) {
      if (arose(provision)) {
        broken.add(line);
      } else if (isRequired) {
        gaps.add(line);
      } else if (full) {
        broken.add(line);
      }
    }
  }

  /** Whether some unit that was promised came to nothing for a cause the plan could not know. */
  private boolean arose(ProvisionResult provision) {
    return units(provision)
        .filter(unit -> full || unit.probed())
        .flatMap(unit -> causes(unit))
        .anyMatch(cause -> !cause.knownAtPlanTime());
  }

  private static Stream<Cause> causes(UnitResult unit) {
    return Stream.concat(
        unit.cause().stream(), unit.rows().stream().flatMap(row -> row.cause().stream()));
  }

  private static Stream<UnitResult> units(ProvisionResult provision) {
    return provision.cases().stream().flatMap(one -> one.units().stream());
  }

  private static String reason(ProvisionResult provision, Verdict verdict) {
    return units(provision)
        .filter(unit -> unit.verdict() == verdict)
        .map(UnitResult::reason)
        .findFirst()
        .orElseGet(() -> provision.title());
  }

  private static ExitCode exitCode(
      List<Line> failed, List<Line> broken, List<Line> gaps, int decided) {
    if (!failed.isEmpty()) {
      return ExitCode.FAILED;
    }
    if (!gaps.isEmpty()) {
      return ExitCode.CONFIGURATION;
    }
    return broken.isEmpty() && decided > 0 ? ExitCode.CONFORMS : ExitCode.NO_VERDICT;
  }
}
