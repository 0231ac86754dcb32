package org.coptest.harness.report.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.Digests;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.RunInfo;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.report.CaseTime;
import org.coptest.harness.report.RowText;
import org.coptest.harness.report.Shown;
import org.coptest.harness.report.VerdictForm;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** A test case of a device as an Allure result. */
final class AllureCase {
  private static final String STANDARD =
      "https://www.etsi.org/deliver/etsi_ts/103700_103799/103701/01.01.01_60/ts_103701v010101p.pdf";
  private static final int TRACED = 20;
  private final RunInfo run;
  private final TargetResult target;
  private final AllureLabels labels;
  private final AllureSteps steps;
  private final Map<String, TestCase> known = new HashMap<>();

  AllureCase(RunInfo run, TargetResult target, Catalogue catalogue, AllureAttachments attachments) {
    this.run = run;
    this.target = target;
    catalogue.cases().forEach(one -> known.putIfAbsent(one.id(), one));
    this.labels = new AllureLabels(target, catalogue);
    this.steps = new AllureSteps(attachments);
  }

  TestResult result(ProvisionResult provision, CaseResult one) throws IOException {
    var declared = Optional.ofNullable(known.get(one.id()));
    var time = CaseTime.of(one, run.started());
    var fullName = "en303645." + Shown.sentence(one.id());
    var result =
        new TestResult()
            .setUuid(uuid(one))
            .setName(
                Shown.sentence(one.id())
                    + " · "
                    + Shown.sentence(provision.title())
                    + " · "
                    + Shown.sentence(target.id()))
            .setFullName(fullName)
            .setTestCaseId(digest(fullName))
            .setHistoryId(digest(one.id() + "\n" + target.id()))
            .setStage(Stage.FINISHED)
            .setStatus(Status.fromValue(VerdictForm.of(one.verdict()).allure()))
            .setStatusDetails(details(one))
            .setStart(time.started().toEpochMilli())
            .setStop(time.started().plus(time.took()).toEpochMilli())
            .setLabels(labels.of(provision, one))
            .setParameters(parameters())
            .setLinks(links())
            .setSteps(steps.of(one, declared, time));
    // A description is read as Markdown: only our own words may stand there.
    declared.map(TestCase::purpose).ifPresent(result::setDescription);
    return result;
  }

  /** Stable, so that writing the report again replaces the files. */
  private String uuid(CaseResult one) {
    var name = String.join("\n", run.id(), target.id(), one.id());
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String digest(String text) {
    return Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }

  private static StatusDetails details(CaseResult one) {
    var details = new StatusDetails();
    if (one.verdict() != Verdict.PASS) {
      details.setMessage(message(one));
      details.setTrace(trace(one));
    } else {
      details.setMessage(Shown.detail(one.reason()));
    }
    return details;
  }

  /** Verdict, reason, cause, and what would settle it. */
  static String message(CaseResult one) {
    return VerdictForm.of(one.verdict()).allurePrefix()
        + Shown.detail(one.reason())
        + one.cause().map(cause -> "\ncause: " + cause).orElse("")
        + one.prepared().map(word -> "\nprepared: " + VerdictForm.of(word).word()).orElse("")
        + one.cause().map(Cause::settledBy).map(how -> "\nwould settle it: " + how).orElse("");
  }

  private static String trace(CaseResult one) {
    return one.units().stream()
        .flatMap(unit ->
            unit.rows().stream()
                .filter(row -> row.verdict() == one.verdict())
                .map(row -> RowText.of(one.id() + " " + unit.id(), row)))
        .limit(TRACED)
        .collect(Collectors.joining("\n"));
  }

  private List<Parameter> parameters() {
    return List.of(
        new Parameter().setName("device").setValue(Shown.sentence(target.id())),
        // Excluded: a trend runs across firmware builds.
        new Parameter()
            .setName("firmware")
            .setValue(Shown.sentence(target.identity().getOrDefault("firmware", "not declared")))
            .setExcluded(true));
  }

  private static List<Link> links() {
    return List.of(new Link().setName("TS 103 701").setUrl(STANDARD).setType("link"));
  }

  static Label label(String name, String value) {
    return new Label().setName(name).setValue(Shown.sentence(value));
  }
}
