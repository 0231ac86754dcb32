package org.coptest.harness.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** What one subject came to, with everything needed to defend it. */
public record RowResult(
    String subject,
    Verdict verdict,
    Optional<Cause> cause,
    String reason,
    Optional<String> expected,
    Optional<String> found,
    Optional<String> declaredAt,
    Optional<String> fix,
    Optional<String> reproduce,
    Optional<String> probe,
    Optional<String> sample,
    List<String> observations,
    List<EvidenceFile> evidence,
    Optional<Instant> startedUtc,
    Optional<Long> durationMs) {}
