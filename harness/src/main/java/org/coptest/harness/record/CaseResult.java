package org.coptest.harness.record;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/**
 * What a test case came to.
 *
 * @param kind conceptual, functional or mixed
 * @param prepared what a rule over papers would say, if an assessor signs it
 */
public record CaseResult(
    String id,
    String kind,
    Verdict verdict,
    Optional<Cause> cause,
    String reason,
    Optional<Verdict> prepared,
    List<UnitResult> units) {}
