package org.coptest.harness.report;

import java.util.List;
import java.util.Optional;
import org.coptest.harness.record.RowResult;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** Rows as rules write them. */
final class SampleRows {
  private SampleRows() {}

  static RowResult login() {
    return fail(
        "authMech:console",
        "found that telnet on tcp/2323 accepts admin/admin, expected every login to be refused",
        "no login with a password from the list of defaults",
        "a shell prompt after admin/admin, twice",
        "ixit.authMech[console]",
        "T-0007-telnet-2323.txt");
  }

  static List<RowResult> ports() {
    return List.of(
        fail(
            "tcp/8080",
            "found tcp/8080 open, expected only what ixit.logIntf declares",
            "tcp/443, tcp/22",
            "tcp/8080 accepts connections in both sweeps",
            "targets.yaml:48",
            "T-0011-tcp-sweep.txt"),
        pass("tcp/443"));
  }

  private static RowResult fail(
      String subject, String reason, String expected, String found, String at, String file) {
    return new RowResult(
        subject,
        Verdict.FAIL,
        Optional.empty(),
        reason,
        Optional.of(expected),
        Optional.of(found),
        Optional.of(at),
        Optional.of("remove the service, or declare it and give it a login of its own"),
        Optional.of("coptest run --device cam-bad --only 5.6-1-2 -vv"),
        Optional.of("attacksurface.tcp-sweep"),
        Optional.of("cam-bad"),
        List.of("O-0003"),
        List.of(SampleRuns.evidence(file)),
        Optional.of(SampleRuns.START.plusSeconds(12)),
        Optional.of(3_140L));
  }

  static RowResult pass(String subject) {
    return row(subject, Verdict.PASS, Optional.empty(), "seen as declared, and the control held");
  }

  static RowResult row(String subject, Cause cause, String reason) {
    return row(subject, cause.verdict(), Optional.of(cause), reason);
  }

  public static RowResult row(
      String subject, Verdict verdict, Optional<Cause> cause, String reason) {
    return new RowResult(
        subject,
        verdict,
        cause,
        reason,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        cause.map(Cause::settledBy),
        Optional.empty(),
        Optional.empty(),
        Optional.of("sample"),
        List.of(),
        List.of(),
        Optional.of(SampleRuns.START.plusSeconds(20)),
        Optional.of(850L));
  }
}
