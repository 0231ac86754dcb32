package org.coptest.harness.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.EvidenceFile;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.RecordFaultException;
import org.coptest.harness.record.TargetResult;
import org.coptest.spi.EvidenceRef;

/** A record in memory, for tests of the tree alone. */
final class MemoryRecord implements CampaignRecord {
  final Map<String, Map<String, ProbeOutcome>> outcomes = new ConcurrentHashMap<>();
  final Map<String, Map<String, String>> facts = new ConcurrentHashMap<>();
  final Map<String, List<CaseResult>> cases = new ConcurrentHashMap<>();
  final Map<String, TargetResult> results = new ConcurrentHashMap<>();
  final List<String> events = java.util.Collections.synchronizedList(new ArrayList<>());

  @Override
  public void deviceStarted(String target, Map<String, String> deviceFacts) {
    events.add("device " + target);
    facts.put(target, deviceFacts);
    outcomes.put(target, new LinkedHashMap<>());
    cases.put(target, new ArrayList<>());
  }

  @Override
  public Map<String, String> facts(String target) {
    return facts.getOrDefault(target, Map.of());
  }

  @Override
  public void probeStarted(String target, String probe) {
    events.add("probe " + target + " " + probe);
  }

  boolean broken;

  @Override
  public String probeFinished(String target, ProbeOutcome outcome) {
    if (broken) {
      throw new RecordFaultException("the disk is full");
    }
    var all = outcomes.computeIfAbsent(target, id -> new LinkedHashMap<>());
    var id = "%04d-%s".formatted(all.size() + 1, outcome.probe());
    all.put(id, outcome);
    return id;
  }

  @Override
  public void caseJudged(String target, CaseResult result) {
    events.add("case " + target + " " + result.id());
    cases.computeIfAbsent(target, id -> new ArrayList<>()).add(result);
  }

  @Override
  public void deviceFinished(String target, TargetResult result) {
    events.add("finished " + target);
    results.put(target, result);
  }

  @Override
  public void note(String target, String kind, Map<String, String> noted) {
    events.add(kind + " " + target);
  }

  @Override
  public Map<String, ProbeOutcome> outcomes(String target) {
    return new LinkedHashMap<>(outcomes.getOrDefault(target, Map.of()));
  }

  @Override
  public List<CaseResult> judgedCases(String target) {
    return List.copyOf(cases.getOrDefault(target, List.of()));
  }

  @Override
  public EvidenceRef evidence(String target, char kind, String title, byte[] body) {
    return new EvidenceRef(kind + "-1");
  }

  @Override
  public EvidenceFile file(EvidenceRef ref) {
    return new EvidenceFile("evidence/" + ref.id(), "00");
  }

  @Override
  public String logHead() {
    return "";
  }

  @Override
  public void close() {
    events.add("closed");
  }
}
