package org.coptest.harness.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.plan.ProvisionHeads;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.RecordedCampaign;
import org.coptest.harness.record.RollUp;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.TargetResult;
import org.coptest.spi.verdict.Cause;

/**
 * The run model of a campaign that may have been stopped or killed: every verdict that was finished
 * is in it, and what was not judged any more says so.
 */
record PartialRun(RecordedCampaign recorded, Catalogue catalogue) {

  RunDocument document() {
    var targets = recorded.targets().stream().map(this::result).toList();
    return new RunDocument(RunDocument.SCHEMA, recorded.info(), targets);
  }

  private TargetResult result(String target) {
    return recorded.result(target).orElseGet(() -> partial(target));
  }

  private TargetResult partial(String target) {
    var judged = new LinkedHashMap<String, CaseResult>();
    catalogue.cases().forEach(one -> judged.put(one.id(), stopped(one)));
    recorded.judgedCases(target).forEach(one -> judged.put(one.id(), one));
    var provisions = RollUp.provisions(ProvisionHeads.of(catalogue), List.copyOf(judged.values()));
    var facts = recorded.facts(target);
    return new TargetResult(
        target,
        Map.of(),
        facts.getOrDefault("address", ""),
        facts.getOrDefault("state", ""),
        RollUp.device(provisions),
        provisions);
  }

  private static CaseResult stopped(TestCase one) {
    var cause = Cause.BUDGET_EXHAUSTED;
    return new CaseResult(
        one.id(),
        one.kind().text(),
        cause.verdict(),
        Optional.of(cause),
        "the campaign was stopped before this was judged; go on with: coptest run --resume",
        Optional.empty(),
        List.of());
  }
}
