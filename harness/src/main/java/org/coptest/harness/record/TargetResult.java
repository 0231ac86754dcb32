package org.coptest.harness.record;

import java.util.List;
import java.util.Map;
import org.coptest.spi.verdict.Verdict;

/** What a device came to. */
public record TargetResult(
    String id,
    Map<String, String> identity,
    String address,
    String state,
    Verdict verdict,
    List<ProvisionResult> provisions) {}
