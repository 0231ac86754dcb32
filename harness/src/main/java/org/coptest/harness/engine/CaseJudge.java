package org.coptest.harness.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.plan.ConformancePlan;
import org.coptest.harness.plan.PlannedCase;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.RollUp;
import org.coptest.harness.record.UnitResult;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;
import org.coptest.spi.verdict.Verdict;

/** Judges one test case: the worst of its units, or what the ICS admits. */
final class CaseJudge {
  private final UnitJudge units;
  private final RowWriter rows;

  CaseJudge(ConformancePlan plan, RowWriter rows) {
    this.units = new UnitJudge(plan, rows);
    this.rows = rows;
  }

  CaseResult judge(PlannedCase one, Target target, Map<String, ProbeOutcome> recorded) {
    var judged = new ArrayList<UnitResult>();
    one.units().forEach(unit -> judged.add(units.judge(one, unit, target, recorded)));
    one.claim()
        .filter(PlannedCase.Claim.MandatoryNotSupported.class::isInstance)
        .map(PlannedCase.Claim.MandatoryNotSupported.class::cast)
        .ifPresent(claim -> judged.add(notSupported(one, claim)));
    return rolledUp(one, judged);
  }

  private static CaseResult rolledUp(PlannedCase one, List<UnitResult> judged) {
    return RollUp.testCase(
        one.testCase().id(), one.testCase().kind().text(), judged, prepared(judged));
  }

  /** A case is prepared as PASS when every paper that waits for an assessor is in order. */
  private static Optional<Verdict> prepared(List<UnitResult> judged) {
    var inOrder =
        judged.stream()
            .filter(unit -> unit.verdict() == Verdict.PENDING)
            .allMatch(CaseJudge::isPrepared);
    return inOrder ? Optional.of(Verdict.PASS) : Optional.empty();
  }

  private static boolean isPrepared(UnitResult unit) {
    return unit.rule().isPresent()
        && unit.cause().filter(cause -> cause == Cause.NEEDS_ASSESSOR).isPresent();
  }

  private UnitResult notSupported(PlannedCase one, PlannedCase.Claim.MandatoryNotSupported claim) {
    var row =
        RowJudgement.fail(
            "ics:" + one.provision().id(),
            "the maker declares this mandatory provision as not supported",
            Sightings.inDeclaration(claim.declaredAt()),
            new Finding(
                "support Y, or N/A with a reason and a condition that is false",
                "support N",
                claim.declaredAt(),
                "read the ICS row at " + claim.declaredAt(),
                "meet the provision, then declare Y"));
    return new UnitResult(
        "ics",
        Verdict.FAIL,
        Optional.empty(),
        row.reason(),
        Optional.empty(),
        false,
        List.of(rows.written(row, new RecordedSeen(Map.of(), List.of()))));
  }
}
