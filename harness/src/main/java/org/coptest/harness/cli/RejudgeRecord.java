package org.coptest.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.EvidenceFile;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.RecordedCampaign;
import org.coptest.harness.record.TargetResult;
import org.coptest.spi.EvidenceRef;

/** Reads an old record and keeps new verdicts in memory; the record itself is never written to. */
final class RejudgeRecord implements CampaignRecord {
  private final RecordedCampaign recorded;
  private final Map<String, TargetResult> results = new ConcurrentHashMap<>();

  RejudgeRecord(RecordedCampaign recorded) {
    this.recorded = recorded;
  }

  List<TargetResult> results(List<String> order) {
    var inOrder = new ArrayList<TargetResult>();
    for (var id : order) {
      var result = results.get(id);
      if (result != null) {
        inOrder.add(result);
      }
    }
    return inOrder;
  }

  @Override
  public void deviceStarted(String target, Map<String, String> facts) {
    throw untouched();
  }

  @Override
  public Map<String, String> facts(String target) {
    return recorded.facts(target);
  }

  @Override
  public void probeStarted(String target, String probe) {
    throw untouched();
  }

  @Override
  public String probeFinished(String target, ProbeOutcome outcome) {
    throw untouched();
  }

  @Override
  public void caseJudged(String target, CaseResult result) {
    // Kept with its device when that is finished.
  }

  @Override
  public void deviceFinished(String target, TargetResult result) {
    results.put(target, result);
  }

  @Override
  public void note(String target, String kind, Map<String, String> facts) {
    throw untouched();
  }

  @Override
  public Map<String, ProbeOutcome> outcomes(String target) {
    return new LinkedHashMap<>(recorded.outcomes(target));
  }

  @Override
  public List<CaseResult> judgedCases(String target) {
    return List.of();
  }

  @Override
  public EvidenceRef evidence(String target, char kind, String title, byte[] body) {
    throw untouched();
  }

  @Override
  public EvidenceFile file(EvidenceRef ref) {
    return recorded.file(ref);
  }

  @Override
  public String logHead() {
    return recorded.chain().head();
  }

  @Override
  public void close() {
    recorded.close();
  }

  private static IllegalStateException untouched() {
    return new IllegalStateException("judging again touches neither the device nor its record");
  }
}
