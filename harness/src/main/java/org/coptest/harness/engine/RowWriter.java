package org.coptest.harness.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coptest.harness.record.EvidenceFile;
import org.coptest.harness.record.ProbeOutcome;
import org.coptest.harness.record.RowResult;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;

/** Writes a judgement down with everything that defends it: evidence, probe, times. */
final class RowWriter {
  private final String device;
  private final Function<EvidenceRef, EvidenceFile> files;

  RowWriter(String device, Function<EvidenceRef, EvidenceFile> files) {
    this.device = device;
    this.files = files;
  }

  RowResult written(RowJudgement row, RecordedSeen seen) {
    var finding =
        row instanceof RowJudgement.Fail fail
            ? Optional.of(fail.finding())
            : Optional.<Finding>empty();
    var cause =
        row instanceof RowJudgement.Undecided undecided
            ? Optional.of(undecided.cause())
            : Optional.<Cause>empty();
    return new RowResult(
        row.subject(),
        row.verdict(),
        cause,
        row.reason(),
        finding.map(Finding::expected),
        finding.map(Finding::found),
        finding.map(Finding::declaredAt),
        finding.map(Finding::fix).or(() -> cause.map(Cause::settledBy)),
        finding.map(Finding::reproduce),
        probes(seen),
        Optional.of(device),
        seen.ids(),
        evidence(row),
        seen.stream().map(ProbeOutcome::started).min(Comparator.<Instant>naturalOrder()),
        took(seen));
  }

  private List<EvidenceFile> evidence(RowJudgement row) {
    return row.evidence().stream().distinct().map(files).toList();
  }

  private static Optional<String> probes(RecordedSeen seen) {
    return Optional.of(seen.stream().map(ProbeOutcome::probe).collect(Collectors.joining(" ")))
        .filter(text -> !text.isEmpty());
  }

  private static Optional<Long> took(RecordedSeen seen) {
    return seen.stream().map(ProbeOutcome::took).reduce(Duration::plus).map(Duration::toMillis);
  }
}
