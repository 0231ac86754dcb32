package org.coptest.harness.report.allure;

import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.catalogue.TestUnit;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.RowResult;
import org.coptest.harness.record.UnitResult;
import org.coptest.harness.report.CaseTime;
import org.coptest.harness.report.RowText;
import org.coptest.harness.report.Shown;
import org.coptest.harness.report.VerdictForm;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/** Units as steps, and below each its rows with their own evidence. */
final class AllureSteps {
  private static final int ROWS = 200;
  private final AllureAttachments attachments;

  AllureSteps(AllureAttachments attachments) {
    this.attachments = attachments;
  }

  List<StepResult> of(CaseResult one, Optional<TestCase> known, CaseTime time) throws IOException {
    var steps = new ArrayList<StepResult>();
    for (var unit : one.units()) {
      steps.add(unit(unit, known, time));
    }
    return steps;
  }

  private StepResult unit(UnitResult unit, Optional<TestCase> known, CaseTime time)
      throws IOException {
    var purpose =
        known.stream()
            .flatMap(testCase -> testCase.units().stream())
            .filter(candidate -> candidate.id().equals(unit.id()))
            .map(TestUnit::purpose)
            .findFirst();
    var name = Shown.sentence(unit.id()) + purpose.map(text -> " · " + text).orElse("");
    var step = step(name, unit.verdict(), unit.cause(), unit.reason(), time);
    unit.rule()
        .ifPresent(
            rule -> step.getParameters().add(parameter("rule", rule.id() + " v" + rule.version())));
    for (var row : unit.rows().stream().limit(ROWS).toList()) {
      step.getSteps().add(row(row, time));
    }
    if (unit.rows().size() > ROWS) {
      step.getParameters()
          .add(
              parameter(
                  "rows not shown here", "%d, see run.json".formatted(unit.rows().size() - ROWS)));
    }
    return step;
  }

  private StepResult row(RowResult row, CaseTime time) throws IOException {
    var name =
        "%s · %s: %s"
            .formatted(
                Shown.sentence(row.subject()),
                VerdictForm.of(row.verdict()).word(),
                Shown.sentence(row.reason()));
    var step = step(name, row.verdict(), row.cause(), row.reason(), time);
    RowText.facts(row).forEach((label, fact) -> step.getParameters().add(parameter(label, fact)));
    row.probe().ifPresent(probe -> step.getParameters().add(parameter("probe", probe)));
    step.setAttachments(attachments.of(row));
    return step;
  }

  private static StepResult step(
      String name, Verdict verdict, Optional<Cause> cause, String reason, CaseTime time) {
    var form = VerdictForm.of(verdict);
    var message =
        form.allurePrefix() + Shown.detail(reason) + cause.map(c -> " (" + c + ")").orElse("");
    return new StepResult()
        .setName(name)
        .setStage(Stage.FINISHED)
        .setStatus(Status.fromValue(form.allure()))
        .setStatusDetails(new StatusDetails().setMessage(message))
        .setParameters(new ArrayList<>())
        .setSteps(new ArrayList<>())
        .setStart(time.started().toEpochMilli())
        .setStop(time.started().plus(time.took()).toEpochMilli());
  }

  private static Parameter parameter(String name, String value) {
    return new Parameter().setName(name).setValue(Shown.detail(value));
  }
}
