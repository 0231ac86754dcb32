package org.coptest.harness.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.EvidenceFile;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.RowResult;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.record.UnitResult;
import org.coptest.spi.DataList;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** A run whose every text is an attack: what a tampered run.json or a careless rule could hold. */
final class HostileRuns {
  static final List<String> PAYLOADS =
      List.of(
          "<script>pwn()</script>",
          "\"><img src=x onerror=pwn()>",
          "</title></textarea></style><svg/onload=pwn()>",
          "' onmouseover='pwn()",
          "javascript:pwn()//",
          "\u001b[2J\u001b]0;pwn\u0007\u001b[31m",
          "[pwn](javascript:pwn())",
          "![pwn](http://192.0.2.1/pwn)",
          "http://192.0.2.1/pwn @pwn",
          "=cmd|'/C pwn'!A0",
          "a|b|pwn",
          "`pwn` ```pwn",
          "]]><pwn xmlns=\"urn:x\"/>",
          "<!DOCTYPE x [<!ENTITY pwn SYSTEM \"file:///etc/passwd\">]>",
          "::set-output name=pwn::1",
          "##[add-path]/tmp/pwn",
          "../../../../../../etc/passwd",
          "pwn\u0000\ufffe\ud800\u202etxt.exe\u2028",
          "line\r\n::error::pwn\n<script>",
          "%s%n%x${jndi:ldap://192.0.2.1/pwn}{{7*7}}");

  private HostileRuns() {}

  static RunDocument run(Catalogue catalogue) {
    return new RunDocument(
        RunDocument.SCHEMA,
        info(),
        PAYLOADS.stream().map(payload -> target(payload, catalogue)).toList());
  }

  private static RunInfo info() {
    var all = String.join(" ", PAYLOADS);
    return new RunInfo(
        all,
        Instant.EPOCH,
        Optional.empty(),
        new RunInfo.Tool(all, all, List.of(new RunInfo.Plugin(all, all)), Optional.of(all)),
        new RunInfo.CatalogueRef(all, all),
        List.of(new DataList(all, java.time.LocalDate.EPOCH, 1, all)),
        all,
        Optional.of(all),
        Optional.of(all),
        Optional.of(0),
        Optional.of(all),
        Optional.of(new RunInfo.BasedOn(all, all)));
  }

  private static TargetResult target(String payload, Catalogue catalogue) {
    var known = catalogue.provisions().get(0);
    return new TargetResult(
        payload,
        Map.of("model", payload, "firmware", payload, payload, payload),
        payload,
        payload,
        Verdict.FAIL,
        List.of(
            provision(payload, payload, payload, payload),
            provision(known.id(), "5.1", known.cases().get(0).id(), payload)));
  }

  private static ProvisionResult provision(
      String id, String guideline, String testCase, String payload) {
    return new ProvisionResult(
        id,
        guideline,
        "M" + payload,
        payload,
        Verdict.FAIL,
        Optional.of(Verdict.FAIL),
        List.of(testCase(testCase, payload)));
  }

  private static CaseResult testCase(String id, String payload) {
    var unit =
        new UnitResult(
            payload,
            Verdict.FAIL,
            Optional.of(Cause.TARGET_DIED),
            payload,
            Optional.of(new UnitResult.RuleRef(payload, 1)),
            true,
            List.of(row(payload, Verdict.FAIL), row(payload, Verdict.INCONCLUSIVE)));
    return new CaseResult(
        id, payload, Verdict.FAIL, Optional.empty(), payload, Optional.empty(), List.of(unit));
  }

  private static RowResult row(String payload, Verdict verdict) {
    return new RowResult(
        payload,
        verdict,
        verdict == Verdict.FAIL ? Optional.empty() : Optional.of(Cause.TARGET_DIED),
        payload,
        Optional.of(payload),
        Optional.of(payload),
        Optional.of(payload),
        Optional.of(payload),
        Optional.of(payload),
        Optional.of(payload),
        Optional.of(payload),
        List.of(payload),
        List.of(
            new EvidenceFile(payload, payload),
            new EvidenceFile("evidence/../../../../etc/passwd", payload),
            new EvidenceFile("/etc/passwd", payload),
            new EvidenceFile("evidence/page.html", payload)),
        Optional.of(Instant.EPOCH),
        Optional.of(1L));
  }
}
