package org.coptest.harness.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.CatalogueReader;
import org.coptest.harness.catalogue.Guideline;
import org.coptest.harness.catalogue.Provision;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.catalogue.TestUnit;
import org.coptest.harness.record.CampaignFolder;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.Digests;
import org.coptest.harness.record.EvidenceFile;
import org.coptest.harness.record.ProvisionHead;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.RollUp;
import org.coptest.harness.record.RowResult;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.record.UnitResult;
import org.coptest.spi.DataList;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** Runs over the real catalogue with made-up results: a good camera, a bad one, a dead plug. */
public final class SampleRuns {
  public static final Path TEMPLATES = Path.of("../reports-template");
  static final Instant START = Instant.parse("2026-11-22T10:41:07Z");
  private static final String TRANSCRIPT = "< login:\n> admin\n< Password:\n> *****\n< $ \n";

  private SampleRuns() {}

  public static Catalogue catalogue() {
    return CatalogueReader.read(Path.of("../suites"));
  }

  /** Three devices. */
  public static RunDocument lab(Catalogue catalogue) {
    return new RunDocument(
        RunDocument.SCHEMA,
        info(catalogue, "20261122T104107Z-7f3a91"),
        List.of(
            device(catalogue, "cam-bad", "1.4.0", true),
            device(catalogue, "cam-good", "2.0.1", false),
            dead(catalogue, "plug-02")));
  }

  /** Only the device of this id. */
  public static RunDocument only(RunDocument run, String device) {
    return new RunDocument(
        run.schema(),
        run.run(),
        run.targets().stream().filter(target -> target.id().equals(device)).toList());
  }

  public static RunInfo info(Catalogue catalogue, String id) {
    return new RunInfo(
        id,
        START,
        Optional.of(START.plusSeconds(252)),
        new RunInfo.Tool("0.1.0", "3c9f01d", List.of(), Optional.of("ab".repeat(32))),
        new RunInfo.CatalogueRef(catalogue.id(), catalogue.sha256()),
        List.of(
            new DataList("default-credentials", LocalDate.of(2026, 10, 1), 312, "cd".repeat(32))),
        "lab",
        Optional.empty(),
        Optional.of("A. Rao"),
        Optional.of(1),
        Optional.of("7f3a91".repeat(10) + "abcd"),
        Optional.empty());
  }

  /** Puts the evidence that the rows name into the folder. */
  public static CampaignFolder withEvidence(Path root) throws IOException {
    var folder = new CampaignFolder(root);
    Files.createDirectories(folder.evidence());
    for (var file : List.of("T-0007-telnet-2323.txt", "T-0011-tcp-sweep.txt")) {
      Files.writeString(folder.evidence().resolve(file), TRANSCRIPT);
    }
    return folder;
  }

  public static EvidenceFile evidence(String name) {
    return new EvidenceFile(
        "evidence/" + name, Digests.sha256(TRANSCRIPT.getBytes(StandardCharsets.UTF_8)));
  }

  private static TargetResult dead(Catalogue catalogue, String id) {
    return target(
        catalogue,
        id,
        Map.of("model", "Plug Mini"),
        (testCase, unit) ->
            unit.probed()
                ? List.of(
                    SampleRows.row(
                        "probe:" + unit.probes().get(0),
                        Cause.TARGET_UNREACHABLE,
                        "127.0.0.9 never answered anything in 3 tries within 15 s"))
                : onPaper(testCase, unit));
  }

  private static TargetResult device(Catalogue catalogue, String id, String firmware, boolean bad) {
    var identity =
        Map.of("manufacturer", "Acme", "model", "Cam 2", "hardware", "B1", "firmware", firmware);
    return target(
        catalogue,
        id,
        identity,
        (testCase, unit) -> unit.probed() ? probed(testCase, unit, bad) : onPaper(testCase, unit));
  }

  private static List<RowResult> probed(TestCase testCase, TestUnit unit, boolean bad) {
    return switch (testCase.unitId(unit)) {
      case "5.1-1-2 c" ->
          bad ? List.of(SampleRows.login()) : List.of(SampleRows.pass("authMech:console"));
      case "5.6-1-2 b" -> bad ? SampleRows.ports() : List.of(SampleRows.pass("tcp/443"));
      case "5.5-1-2 a" ->
          List.of(
              SampleRows.row(
                  "tcp/443",
                  Cause.AMBIGUOUS_RESPONSE,
                  "found a reset after 2 of 5 hellos, expected an alert or a handshake"));
      default -> List.of(SampleRows.pass("tcp/443"), SampleRows.pass("tcp/22"));
    };
  }

  private static List<RowResult> onPaper(TestCase testCase, TestUnit unit) {
    return switch (unit.means()) {
      case DOCUMENTS ->
          testCase.id().startsWith("5.8")
              ? List.of(
                  SampleRows.row(
                      "declaration", Cause.MISSING_INPUT, "ixit.comMech is not declared"))
              : List.of(
                  SampleRows.row(
                      "declaration", Cause.NEEDS_ASSESSOR, "everything asked for is declared"));
      case PERSON ->
          List.of(
              SampleRows.row("unit", Cause.NEEDS_OPERATOR, "an operator walks through the set-up"));
      default ->
          List.of(
              SampleRows.row(
                  "unit", Cause.NOT_AUTOMATED, unit.reason().orElse("no probe for it yet")));
    };
  }

  /** Rows of one unit. */
  public interface Judge {
    List<RowResult> rows(TestCase testCase, TestUnit unit);
  }

  /** A device judged by this. */
  public static TargetResult target(
      Catalogue catalogue, String id, Map<String, String> identity, Judge judge) {
    var provisions = new ArrayList<ProvisionResult>();
    for (var guideline : catalogue.guidelines()) {
      for (var provision : guideline.provisions()) {
        provisions.add(provision(guideline, provision, judge));
      }
    }
    return new TargetResult(
        id, identity, "127.0.0.1", "initialized", RollUp.device(provisions), provisions);
  }

  private static ProvisionResult provision(Guideline guideline, Provision provision, Judge judge) {
    var head =
        new ProvisionHead(
            provision.id(),
            guideline.number(),
            provision.status().letter(),
            provision.title(),
            provision.cases().stream().map(TestCase::id).toList());
    var excused = guideline.number().equals("5.10");
    return RollUp.provision(
        head, provision.cases().stream().map(one -> testCase(one, excused, judge)).toList());
  }

  private static CaseResult testCase(TestCase one, boolean excused, Judge judge) {
    var units = new ArrayList<UnitResult>();
    for (var unit : one.units()) {
      units.add(excused ? notApplicable(unit) : unit(unit, judge.rows(one, unit)));
    }
    return RollUp.testCase(one.id(), one.kind().text(), units, Optional.of(Verdict.PASS));
  }

  private static UnitResult unit(TestUnit unit, List<RowResult> rows) {
    var rule = unit.rule().map(id -> new UnitResult.RuleRef(id, 1));
    return RollUp.unit(unit.id(), rule, unit.probed(), rows);
  }

  private static UnitResult notApplicable(TestUnit unit) {
    return new UnitResult(
        unit.id(),
        Verdict.NOT_APPLICABLE,
        Optional.empty(),
        "by the ICS: the device collects no telemetry",
        Optional.empty(),
        unit.probed(),
        List.of());
  }
}
