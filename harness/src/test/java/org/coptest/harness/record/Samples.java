package org.coptest.harness.record;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coptest.harness.record.ProbeOutcome.CouldNotLook;
import org.coptest.harness.record.ProbeOutcome.Observed;
import org.coptest.harness.record.RunInfo.CatalogueRef;
import org.coptest.harness.record.RunInfo.Plugin;
import org.coptest.harness.record.RunInfo.Tool;
import org.coptest.spi.Bench;
import org.coptest.spi.DataList;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Needs;
import org.coptest.spi.Observation;
import org.coptest.spi.ObservationType;
import org.coptest.spi.Probe;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** Campaigns, verdicts and observations to test with. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
  static final String DIGEST = "ab".repeat(32);

  private Samples() {}

  enum Answer {
    ACCEPTED,
    REFUSED
  }

  sealed interface Port {
    record Open(int number) implements Port {}

    record Closed(int number, String why) implements Port {}
  }

  @ObservationType("test.sweep")
  record Sweep(
      PortSet open,
      Answer answer,
      Optional<String> banner,
      Optional<Integer> absent,
      List<Endpoint> endpoints,
      Map<String, Duration> times,
      Set<InetAddress> addresses,
      Instant at,
      LocalDate day,
      List<Port> ports,
      long count,
      boolean complete)
      implements Observation {}

  record Nameless(int number) implements Observation {}

  @ObservationType("test.unreadable")
  record Unreadable(Thread thread) implements Observation {}

  static final class SweepProbe implements Probe<Sweep> {
    @Override
    public String id() {
      return "test.sweep";
    }

    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Sweep observe(Bench bench, EvidenceLog evidence) {
      return sweep("SSH-2.0-test");
    }
  }

  static ObservationTypes types() {
    return ObservationTypes.of(List.of(new SweepProbe()));
  }

  static Sweep sweep(String banner) {
    try {
      var address = InetAddress.getByName("fe80::1");
      return new Sweep(
          PortSet.of(List.of(22, 80, 81, 443)),
          Answer.REFUSED,
          Optional.of(banner),
          Optional.empty(),
          List.of(Endpoint.tcp(InetAddress.getByName("127.0.0.1"), 22)),
          Map.of("connect", Duration.ofMillis(1500)),
          Set.of(address),
          NOON,
          LocalDate.of(2026, 11, 22),
          List.of(new Port.Open(22), new Port.Closed(23, "refused")),
          1L << 40,
          true);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Observed observed(String banner) {
    return new Observed(
        "test.sweep",
        NOON,
        Duration.ofMillis(250),
        List.of(new EvidenceRef("T-0001")),
        sweep(banner));
  }

  static CouldNotLook blind(Cause cause) {
    return new CouldNotLook(
        "test.login", NOON, Duration.ofSeconds(2), List.of(), cause, "it could not look");
  }

  static CampaignHeader header() {
    return header("0.1.0", Map.of("cam-01", DIGEST));
  }

  static CampaignHeader header(String version, Map<String, String> declarations) {
    return new CampaignHeader(
        "20261122T120000Z-0a1b2c",
        NOON,
        new Tool(version, "abc123", List.of(new Plugin("lab.jar", DIGEST)), Optional.of(DIGEST)),
        new CatalogueRef("tec-31318-2021", DIGEST),
        List.of(new DataList("default-credentials", LocalDate.of(2026, 10, 1), 64, DIGEST)),
        "ci",
        Optional.of("normal"),
        Optional.of("A. Rao"),
        declarations);
  }

  static CaseResult judged(String id, Verdict verdict) {
    return judged(id, verdict, "telnet accepted a default login");
  }

  static CaseResult judged(String id, Verdict verdict, String reason) {
    var cause =
        switch (verdict) {
          case ERROR -> Optional.of(Cause.BENCH_FAULT);
          case INCONCLUSIVE -> Optional.of(Cause.CONTROL_FAILED);
          case NOT_TESTED -> Optional.of(Cause.SAFETY_NOT_AUTHORISED);
          case PENDING -> Optional.of(Cause.NEEDS_ASSESSOR);
          case FAIL, PASS, NOT_APPLICABLE -> Optional.<Cause>empty();
        };
    var unit =
        new UnitResult(
            "a",
            verdict,
            cause,
            reason,
            Optional.of(new UnitResult.RuleRef("test.rule", 1)),
            true,
            List.of(row(verdict, cause, reason)));
    return new CaseResult(
        id, "functional", verdict, cause, reason, Optional.empty(), List.of(unit));
  }

  static RowResult row(Verdict verdict, Optional<Cause> cause, String reason) {
    return new RowResult(
        "telnet",
        verdict,
        cause,
        reason,
        Optional.of("no default login"),
        Optional.of("admin/admin"),
        Optional.of("targets.yaml:12:5"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("test.sweep"),
        Optional.of("cam-01"),
        List.of("cam-01/0001-test.sweep"),
        List.of(new EvidenceFile("evidence/T-0001-telnet.txt", DIGEST)),
        Optional.of(NOON),
        Optional.of(250L));
  }

  static TargetResult result(String target, CaseResult... cases) {
    var identity = new LinkedHashMap<String, String>();
    identity.put("manufacturer", "Acme");
    identity.put("firmware", "1.4.0");
    var head =
        new ProvisionHead(
            "5.1-1",
            "5.1",
            "M",
            "No universal default passwords",
            List.of(cases).stream().map(CaseResult::id).toList());
    var provisions = RollUp.provisions(List.of(head), List.of(cases));
    return new TargetResult(
        target, identity, "127.0.0.1", "initialized", RollUp.device(provisions), provisions);
  }
}
