package org.coptest.harness.record;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.verdict.Verdict;

/**
 * What a provision came to.
 *
 * @param status M or R
 * @param observed worst verdict over the applicable units a probe can decide; empty when none
 */
public record ProvisionResult(
    String id,
    String guideline,
    String status,
    String title,
    Verdict verdict,
    Optional<Verdict> observed,
    List<CaseResult> cases) {}
