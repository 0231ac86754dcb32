package org.coptest.harness.target.net;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coptest.harness.record.CampaignRecord;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.EvidenceFile;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.TargetResult;
import org.coptest.spi.EvidenceRef;

/** Keeps evidence and notes in memory; nothing else is asked of it here. */
public final class MemoryRecord implements CampaignRecord {
  private final Map<EvidenceRef, byte[]> evidence = new LinkedHashMap<>();
  private final Map<EvidenceRef, String> titles = new LinkedHashMap<>();
  public final List<String> notes = new ArrayList<>();

  synchronized String text(EvidenceRef ref) {
    return new String(evidence.get(ref), StandardCharsets.UTF_8);
  }

  /** The texts of everything kept. */
  public synchronized List<String> evidence() {
    return evidence.values().stream()
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .toList();
  }

  synchronized String title(EvidenceRef ref) {
    return titles.get(ref);
  }

  @Override
  public synchronized EvidenceRef evidence(String target, char kind, String title, byte[] body) {
    var ref = new EvidenceRef("%c-%04d".formatted(kind, evidence.size() + 1));
    evidence.put(ref, body);
    titles.put(ref, title);
    return ref;
  }

  @Override
  public synchronized void note(String target, String kind, Map<String, String> facts) {
    notes.add(kind + " " + facts);
  }

  @Override
  public void deviceStarted(String target, Map<String, String> facts) {}

  @Override
  public void probeStarted(String target, String probe) {}

  @Override
  public String probeFinished(String target, ProbeOutcome outcome) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void caseJudged(String target, CaseResult result) {}

  @Override
  public void deviceFinished(String target, TargetResult result) {}

  @Override
  public Map<String, String> facts(String target) {
    return Map.of();
  }

  @Override
  public Map<String, ProbeOutcome> outcomes(String target) {
    return Map.of();
  }

  @Override
  public List<CaseResult> judgedCases(String target) {
    return List.of();
  }

  @Override
  public EvidenceFile file(EvidenceRef ref) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String logHead() {
    return "";
  }

  @Override
  public void close() {}
}
