package org.coptest.harness.record;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coptest.harness.record.UnitResult.RuleRef;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/**
 * The one place where verdicts are rolled up, worst first: rows, unit, test case, provision,
 * device. Pure; whatever has nothing below it is never a PASS.
 */
public final class RollUp {
  private static final String MANDATORY = "M";

  private RollUp() {}

  /** A test unit from its rows; without a row nothing was shown. */
  public static UnitResult unit(
      String id, Optional<RuleRef> rule, boolean probed, List<RowResult> rows) {
    return worst(rows, RowResult::verdict)
        .map(
            row -> new UnitResult(id, row.verdict(), row.cause(), row.reason(), rule, probed, rows))
        .orElseGet(() -> withoutRows(id, rule, probed));
  }

  private static UnitResult withoutRows(String id, Optional<RuleRef> rule, boolean probed) {
    return new UnitResult(
        id,
        Verdict.INCONCLUSIVE,
        Optional.of(Cause.COVERAGE_PARTIAL),
        "nothing was judged, so nothing was shown",
        rule,
        probed,
        List.of());
  }

  /**
   * A test case from its units.
   *
   * @param prepared what a rule over papers would say; kept only while a person has to sign
   */
  public static CaseResult testCase(
      String id, String kind, List<UnitResult> units, Optional<Verdict> prepared) {
    return worst(units, UnitResult::verdict)
        .map(unit ->
            new CaseResult(
                id,
                kind,
                unit.verdict(),
                unit.cause(),
                unit.reason(),
                prepared.filter(signed -> unit.verdict() == Verdict.PENDING),
                units))
        .orElseGet(() ->
            undecided(id, kind, Cause.NOT_AUTOMATED, "this test case has no unit that was judged"));
  }

  /**
   * The provisions of a device from its test cases. A test case that a provision names and that
   * brought no result is a fault of the harness, and shows as one.
   *
   * @throws IllegalArgumentException when a result belongs to no provision
   */
  public static List<ProvisionResult> provisions(
      List<ProvisionHead> heads, List<CaseResult> results) {
    var byId = results.stream().collect(Collectors.toMap(CaseResult::id, Function.identity()));
    refuseStrays(heads, byId);
    return heads.stream().map(head -> provision(head, casesOf(head, byId))).toList();
  }

  private static void refuseStrays(List<ProvisionHead> heads, Map<String, CaseResult> byId) {
    var named = heads.stream().flatMap(head -> head.cases().stream()).collect(Collectors.toSet());
    var strays = byId.keySet().stream().filter(id -> !named.contains(id)).sorted().toList();
    if (!strays.isEmpty()) {
      throw new IllegalArgumentException("no provision names the test cases " + strays);
    }
  }

  private static List<CaseResult> casesOf(ProvisionHead head, Map<String, CaseResult> byId) {
    return head.cases().stream()
        .map(id -> Optional.ofNullable(byId.get(id)).orElseGet(() -> lost(id)))
        .toList();
  }

  private static CaseResult lost(String id) {
    return undecided(
        id, "unknown", Cause.HARNESS_ERROR, "no result arrived for test case %s".formatted(id));
  }

  private static CaseResult undecided(String id, String kind, Cause cause, String reason) {
    return new CaseResult(
        id, kind, cause.verdict(), Optional.of(cause), reason, Optional.empty(), List.of());
  }

  /** One provision from its test cases; without one it was not tested. */
  public static ProvisionResult provision(ProvisionHead head, List<CaseResult> cases) {
    return new ProvisionResult(
        head.id(),
        head.guideline(),
        head.status(),
        head.title(),
        worst(cases, CaseResult::verdict).map(CaseResult::verdict).orElse(Verdict.NOT_TESTED),
        observed(cases),
        cases);
  }

  /**
   * The worst verdict over the applicable units that a probe can decide, whatever they came to;
   * empty when there is none.
   */
  public static Optional<Verdict> observed(List<CaseResult> cases) {
    return cases.stream()
        .flatMap(one -> one.units().stream())
        .filter(RollUp::countsAsObserved)
        .map(UnitResult::verdict)
        .min(Comparator.naturalOrder());
  }

  private static boolean countsAsObserved(UnitResult unit) {
    if (!unit.probed()) {
      return contradictedByProbe(unit);
    }
    // An operator who did not come leaves the probe blind; an assessor is asked instead of it.
    return unit.verdict() != Verdict.NOT_APPLICABLE
        && !(unit.verdict() == Verdict.PENDING
            && unit.cause().filter(Cause.NEEDS_ASSESSOR::equals).isPresent());
  }

  /** Papers that a probe contradicted: seen, although no probe could have confirmed them. */
  private static boolean contradictedByProbe(UnitResult unit) {
    return unit.rows().stream()
        .anyMatch(row -> row.verdict() == Verdict.FAIL && row.probe().isPresent());
  }

  /** The device from its mandatory provisions; a recommendation never fails it. */
  public static Verdict device(List<ProvisionResult> provisions) {
    return provisions.stream()
        .filter(provision -> provision.status().startsWith(MANDATORY))
        .map(ProvisionResult::verdict)
        .min(Comparator.naturalOrder())
        .orElse(Verdict.NOT_TESTED);
  }

  /** The first of the worst, so that the reason shown is the same on every run. */
  private static <T> Optional<T> worst(List<T> parts, Function<T, Verdict> verdict) {
    // Not Stream.min: which of several equal ones it gives is not promised.
    return parts.stream()
        .reduce((worst, next) ->
            verdict.apply(next).compareTo(verdict.apply(worst)) < 0 ? next : worst);
  }
}
