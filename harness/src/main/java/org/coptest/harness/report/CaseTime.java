package org.coptest.harness.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.RowResult;

/**
 * When the observations of a test case were made.
 *
 * @param started the first of them, or the start of the run where there is none
 * @param took the longest of them; rows of one probe share its time
 */
public record CaseTime(Instant started, Duration took) {

  /** Of a test case; {@code fallback} where it has no observations. */
  public static CaseTime of(CaseResult one, Instant fallback) {
    var started =
        rows(one).stream()
            .flatMap(row -> row.startedUtc().stream())
            .min(Comparator.naturalOrder())
            .orElse(fallback);
    return new CaseTime(started, took(one));
  }

  static Duration took(CaseResult one) {
    return rows(one).stream()
        .flatMap(row -> row.durationMs().stream())
        .max(Comparator.naturalOrder())
        .map(Duration::ofMillis)
        .orElse(Duration.ZERO);
  }

  private static List<RowResult> rows(CaseResult one) {
    return one.units().stream().flatMap(unit -> unit.rows().stream()).toList();
  }
}
