package org.coptest.harness.report.explain;

import java.util.List;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.TestUnit;
import org.coptest.harness.record.RowResult;
import org.coptest.harness.report.Place;
import org.coptest.harness.report.RowText;
import org.coptest.harness.report.Shown;
import org.coptest.harness.report.VerdictForm;

/** A row of a run with everything that defends its verdict. */
final class RowExplanation {
  private static final int MANY = 50;
  private final Catalogue catalogue;

  RowExplanation(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String of(List<Place> places) {
    var lines = new Lines();
    places.stream().limit(MANY).forEach(place -> one(lines, place));
    if (places.size() > MANY) {
      lines.add("and %d more rows fit; name the device or the subject", places.size() - MANY);
    }
    return lines.text();
  }

  private void one(Lines lines, Place place) {
    var row = place.row();
    lines.add("%s  %s", VerdictForm.of(row.verdict()).word(), Shown.sentence(RowName.of(place)));
    lines.add("  %s", Shown.detail(row.reason()));
    fact(lines, "provision", place.provision().id() + " " + place.provision().title());
    purpose(place).ifPresent(purpose -> fact(lines, "asked", purpose));
    RowText.facts(row).forEach((label, value) -> fact(lines, label, value));
    row.cause().ifPresent(cause -> fact(lines, "cause", cause + ": coptest explain " + cause));
    place.unit().rule().ifPresent(rule -> fact(lines, "rule", rule.id() + " v" + rule.version()));
    origin(lines, row);
    lines.gap();
  }

  private java.util.Optional<String> purpose(Place place) {
    return catalogue.cases().stream()
        .filter(one -> one.id().equals(place.testCase().id()))
        .flatMap(one -> one.units().stream())
        .filter(unit -> unit.id().equals(place.unit().id()))
        .map(TestUnit::purpose)
        .findFirst();
  }

  private static void origin(Lines lines, RowResult row) {
    row.probe().ifPresent(probe -> fact(lines, "seen by", probe));
    row.sample().ifPresent(sample -> fact(lines, "sample", sample));
    row.startedUtc().ifPresent(time -> fact(lines, "seen at", time.toString()));
    row.durationMs().ifPresent(time -> fact(lines, "took", time + " ms"));
    if (!row.observations().isEmpty()) {
      fact(lines, "observations", String.join(", ", row.observations()));
    }
    row.evidence().forEach(e -> fact(lines, "evidence", e.path() + "  sha256 " + e.sha256()));
  }

  private static void fact(Lines lines, String label, String value) {
    lines.add("  %-15s %s", label, Shown.detail(value));
  }
}
