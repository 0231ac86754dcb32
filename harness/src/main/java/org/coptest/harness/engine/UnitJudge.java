package org.coptest.harness.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.catalogue.Kind;
import org.coptest.harness.plan.ConformancePlan;
import org.coptest.harness.plan.Left;
import org.coptest.harness.plan.PlannedCase;
import org.coptest.harness.plan.PlannedUnit;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.RollUp;
import org.coptest.harness.record.UnitResult;
import org.coptest.harness.record.UnitResult.RuleRef;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;

/**
 * Judges one test unit from the record alone. A probe that could not look, and a rule that failed,
 * each add a row; so a PASS never stands on half of what the unit asked for.
 */
final class UnitJudge {
  private final ConformancePlan plan;
  private final RowWriter rows;

  UnitJudge(ConformancePlan plan, RowWriter rows) {
    this.plan = plan;
    this.rows = rows;
  }

  UnitResult judge(
      PlannedCase one, PlannedUnit planned, Target target, Map<String, ProbeOutcome> recorded) {
    var seen = new RecordedSeen(recorded, planned.unit().probes());
    var judgements = judgements(one, planned, target, seen);
    if (isExcused(one, planned) && judgements.stream().noneMatch(UnitJudge::isFail)) {
      return notApplicable(one, planned);
    }
    return result(one, planned, seen, judgements);
  }

  private static boolean isFail(RowJudgement row) {
    return row.verdict() == Verdict.FAIL;
  }

  private static boolean isExcused(PlannedCase one, PlannedUnit planned) {
    return planned.notApplicable().isPresent()
        || one.claim().filter(PlannedCase.Claim.Accepted.class::isInstance).isPresent();
  }

  private List<RowJudgement> judgements(
      PlannedCase one, PlannedUnit planned, Target target, RecordedSeen seen) {
    var judgements = new ArrayList<RowJudgement>();
    planned.left().map(left -> leftOut(planned, left)).ifPresent(judgements::add);
    seen.troubles().forEach(t -> judgements.add(couldNotLook(t)));
    var rule = planned.unit().rule().flatMap(id -> plan.extensions().rule(id));
    if (rule.isPresent() && (planned.unit().probes().isEmpty() || !seen.isEmpty())) {
      judgements.addAll(judged(rule.get(), one, planned, target, seen));
    }
    return judgements.stream().map(row -> signedByHand(one, row)).toList();
  }

  private static RowJudgement leftOut(PlannedUnit planned, Left left) {
    return RowJudgement.undecided(
        planned.unit().rule().isPresent() ? "plan" : "unit", left.cause(), left.reason());
  }

  private static RowJudgement couldNotLook(Seen.Trouble trouble) {
    return RowJudgement.undecided(
        "probe:" + trouble.probe(), trouble.cause(), trouble.probe() + ": " + trouble.reason());
  }

  /** Papers are signed by a person: a rule can prepare a conceptual PASS, not give it. */
  private static RowJudgement signedByHand(PlannedCase one, RowJudgement row) {
    return one.testCase().kind() == Kind.CONCEPTUAL && row instanceof RowJudgement.Pass
        ? RowJudgement.prepared(row.subject(), row.reason())
        : row;
  }

  private List<RowJudgement> judged(
      Rule rule, PlannedCase one, PlannedUnit planned, Target target, RecordedSeen seen) {
    try {
      return rule.judge(seen, criteria(one, planned, target));
    } catch (Seen.NotSeenException nothing) {
      return seen.troubles().isEmpty() && planned.left().isEmpty()
          ? List.of(failed(rule, nothing))
          : List.of();
    } catch (RuntimeException | StackOverflowError fault) {
      // A broken rule is the tool's fault and must not end the judging of everything else.
      return List.of(failed(rule, fault));
    }
  }

  private static RowJudgement failed(Rule rule, Throwable fault) {
    return RowJudgement.undecided(
        "rule:" + rule.id(), Cause.HARNESS_ERROR, "rule %s failed: %s".formatted(rule.id(), fault));
  }

  private Criteria criteria(PlannedCase one, PlannedUnit planned, Target target) {
    return new Criteria(
        target,
        one.provision().id(),
        one.testCase().unitId(planned.unit()),
        planned.unit().values(),
        plan.catalogue().policies(),
        plan.settings().today());
  }

  private UnitResult result(
      PlannedCase one, PlannedUnit planned, RecordedSeen seen, List<RowJudgement> judgements) {
    // A probe attached to papers is counter-evidence only: it cannot confirm them.
    var probed = planned.unit().probed() && one.testCase().kind() != Kind.CONCEPTUAL;
    return RollUp.unit(
        planned.unit().id(),
        ruleRef(planned),
        probed,
        judgements.stream().map(row -> rows.written(row, seen)).toList());
  }

  private UnitResult notApplicable(PlannedCase one, PlannedUnit planned) {
    var reason =
        one.claim()
            .filter(PlannedCase.Claim.Accepted.class::isInstance)
            .map(claim -> "by the ICS: " + ((PlannedCase.Claim.Accepted) claim).reason())
            .or(planned::notApplicable)
            .orElseThrow();
    return new UnitResult(
        planned.unit().id(),
        Verdict.NOT_APPLICABLE,
        Optional.empty(),
        reason,
        ruleRef(planned),
        planned.unit().probed(),
        List.of());
  }

  private Optional<RuleRef> ruleRef(PlannedUnit planned) {
    return planned
        .unit()
        .rule()
        .flatMap(id -> plan.extensions().rule(id))
        .map(rule -> new RuleRef(rule.id(), rule.version()));
  }
}
