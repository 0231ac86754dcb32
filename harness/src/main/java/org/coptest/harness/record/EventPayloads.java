package org.coptest.harness.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** Payloads of the lines of events.jsonl; part of the format, so changes are additive. */
final class EventPayloads {
  private EventPayloads() {}

  record DeviceFacts(Map<String, String> facts) {}

  record ProbeStart(String probe) {}

  record ObservationFile(String type, int version, String path, String sha256) {}

  record ProbeEnd(
      String id,
      String probe,
      Instant started,
      long tookMs,
      List<String> evidence,
      Optional<ObservationFile> observation,
      Optional<Cause> cause,
      Optional<String> reason) {

    static ProbeEnd of(String id, ProbeOutcome outcome, Optional<ObservationFile> file) {
      var blind =
          outcome instanceof ProbeOutcome.CouldNotLook could
              ? Optional.of(could)
              : Optional.<ProbeOutcome.CouldNotLook>empty();
      return new ProbeEnd(
          id,
          outcome.probe(),
          outcome.started(),
          outcome.took().toMillis(),
          outcome.evidence().stream().map(EvidenceRef::id).toList(),
          file,
          blind.map(ProbeOutcome.CouldNotLook::cause),
          blind.map(ProbeOutcome.CouldNotLook::reason));
    }

    /** The number in its id, {@code target/nnnn-probe}. */
    int number() {
      int from = id.indexOf('/') + 1;
      return Integer.parseInt(id.substring(from, id.indexOf('-', from)));
    }

    Duration took() {
      return Duration.ofMillis(tookMs);
    }

    List<EvidenceRef> refs() {
      return evidence.stream().map(EvidenceRef::new).toList();
    }

    ProbeOutcome.CouldNotLook couldNotLook(Cause why, String text) {
      return new ProbeOutcome.CouldNotLook(probe, started, took(), refs(), why, text);
    }
  }

  record EvidenceEntry(String id, String title, String path, long bytes, String sha256) {
    /** Counted over the whole campaign, whatever the kind. */
    int number() {
      return Integer.parseInt(id.substring(2));
    }
  }

  /** Of a judged test case no more than which one it is. */
  record CaseId(String id) {}

  /** A provision without the results of its test cases, which have lines of their own. */
  record ProvisionEnd(
      String id,
      String guideline,
      String status,
      String title,
      Verdict verdict,
      Optional<Verdict> observed,
      List<String> cases) {}

  record DeviceEnd(
      Map<String, String> identity,
      String address,
      String state,
      Verdict verdict,
      List<ProvisionEnd> provisions) {

    static DeviceEnd of(TargetResult result) {
      return new DeviceEnd(
          result.identity(),
          result.address(),
          result.state(),
          result.verdict(),
          result.provisions().stream().map(DeviceEnd::end).toList());
    }

    private static ProvisionEnd end(ProvisionResult one) {
      return new ProvisionEnd(
          one.id(),
          one.guideline(),
          one.status(),
          one.title(),
          one.verdict(),
          one.observed(),
          one.cases().stream().map(CaseResult::id).toList());
    }

    TargetResult with(String target, Map<String, CaseResult> judged) {
      return new TargetResult(
          target,
          identity,
          address,
          state,
          verdict,
          provisions.stream().map(one -> result(one, judged)).toList());
    }

    private static ProvisionResult result(ProvisionEnd one, Map<String, CaseResult> judged) {
      return new ProvisionResult(
          one.id(),
          one.guideline(),
          one.status(),
          one.title(),
          one.verdict(),
          one.observed(),
          one.cases().stream()
              .flatMap(id -> Optional.ofNullable(judged.get(id)).stream())
              .toList());
    }
  }

  record Note(String note, Map<String, String> facts) {}

  record RunEnd(int exitCode) {}
}
