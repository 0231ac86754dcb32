package org.coptest.harness.report.html;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.TestCase;
import org.coptest.harness.catalogue.TestUnit;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.RowResult;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.record.UnitResult;
import org.coptest.harness.report.VerdictForm;

/** Every provision with its cases, units and rows; folded on screen, open on paper. */
final class FullResults {
  private static final int ROWS = 200;
  private final TargetResult target;
  private final Catalogue catalogue;
  private final EvidenceLinks evidence;

  FullResults(TargetResult target, Catalogue catalogue, EvidenceLinks evidence) {
    this.target = target;
    this.catalogue = catalogue;
    this.evidence = evidence;
  }

  void write(Html html) {
    html.element("h2", "", "All results");
    var guidelines =
        target.provisions().stream().map(ProvisionResult::guideline).distinct().toList();
    for (var number : guidelines) {
      html.openAt("h3", "guideline", "g" + number);
      catalogue
          .guideline(number)
          .ifPresentOrElse(
              known -> html.text(known.label() + " " + known.title()),
              () -> html.text("Guideline ").shown(number));
      html.close();
      target.provisions().stream()
          .filter(provision -> provision.guideline().equals(number))
          .forEach(provision -> provision(html, provision));
    }
  }

  private void provision(Html html, ProvisionResult provision) {
    html.openAt("details", "provision", provision.id()).open("summary", "");
    html.elementShown("span", "id", provision.id());
    html.open("span", "title").shown(provision.title()).close();
    html.elementShown("span", "status", provision.status().startsWith("M") ? "M" : "R");
    Chips.verdict(html, provision.verdict());
    html.close();
    provision
        .observed()
        .ifPresent(
            observed -> html.element("p", "small", "observed: " + VerdictForm.of(observed).word()));
    provision.cases().forEach(one -> testCase(html, one));
    html.close();
  }

  private void testCase(Html html, CaseResult one) {
    var known = find(catalogue.cases(), one.id(), TestCase::id);
    html.open("section", "case").open("h4", "");
    html.elementShown("span", "id", one.id());
    html.text(" ").text(known.map(TestCase::purpose).orElse("")).text(" ");
    html.elementShown("span", "status", one.kind());
    Chips.verdict(html, one.verdict());
    html.close();
    if (one.units().isEmpty()) {
      html.elementShown("p", "", one.reason());
    } else {
      units(html, one, known);
    }
    html.close();
  }

  private void units(Html html, CaseResult one, Optional<TestCase> known) {
    html.open("table", "wide rows").open("tbody", "");
    for (var unit : one.units()) {
      var purpose =
          known
              .flatMap(testCase -> find(testCase.units(), unit.id(), TestUnit::id))
              .map(TestUnit::purpose);
      head(html, unit, purpose.orElse(""));
      unit.rows().stream().limit(ROWS).forEach(row -> row(html, row));
      if (unit.rows().size() > ROWS) {
        html.open("tr", "").openWide("td", "small", 4);
        html.text("and %d more rows, in run.json".formatted(unit.rows().size() - ROWS));
        html.close().close();
      }
    }
    html.close().close();
  }

  private static void head(Html html, UnitResult unit, String purpose) {
    html.open("tr", "unit").openWide("td", "", 3);
    html.open("b", "").shown(unit.id()).close().text(" " + purpose);
    unit.rule()
        .ifPresent(rule -> html.elementShown("span", "rule", rule.id() + " v" + rule.version()));
    if (unit.rows().isEmpty()) {
      html.open("div", "small").shown(unit.reason()).close();
    }
    html.close().open("td", "verdict");
    Chips.verdict(html, unit.verdict());
    html.close().close();
  }

  private void row(Html html, RowResult row) {
    html.open("tr", "");
    html.open("td", "subject").elementShown("code", "", row.subject()).close();
    html.elementShown("td", "", row.reason());
    html.open("td", "evidence");
    evidence.write(html, row);
    html.close();
    html.open("td", "verdict");
    Chips.verdict(html, row.verdict());
    html.close().close();
  }

  private static <T> Optional<T> find(List<T> all, String id, Function<T, String> idOf) {
    return all.stream().filter(one -> idOf.apply(one).equals(id)).findFirst();
  }
}
