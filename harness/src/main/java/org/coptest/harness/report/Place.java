package org.coptest.harness.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.harness.record.CaseResult;
import org.coptest.harness.record.ProvisionResult;
import org.coptest.harness.record.RowResult;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.TargetResult;
import org.coptest.harness.record.UnitResult;
import org.coptest.spi.verdict.Verdict;

/** A row of the record with everything it stands under. */
public record Place(
    TargetResult target,
    ProvisionResult provision,
    CaseResult testCase,
    UnitResult unit,
    RowResult row) {

  /** Every row of a run, in order. */
  public static Stream<Place> all(RunDocument run) {
    return run.targets().stream().flatMap(Place::all);
  }

  /** Every row of a device, in order; a unit without rows stands for itself. */
  public static Stream<Place> all(TargetResult target) {
    return target.provisions().stream()
        .flatMap(provision ->
            provision.cases().stream()
                .flatMap(one -> one.units().stream().flatMap(u -> of(target, provision, one, u))));
  }

  /** Every FAIL of a device, mandatory provisions first. */
  public static List<Place> failures(TargetResult target) {
    return all(target)
        .filter(place -> place.row().verdict() == Verdict.FAIL)
        .sorted(java.util.Comparator.comparing(place -> !place.mandatory()))
        .toList();
  }

  private static Stream<Place> of(
      TargetResult target, ProvisionResult provision, CaseResult one, UnitResult unit) {
    var rows = unit.rows().isEmpty() ? Stream.of(alone(unit)) : unit.rows().stream();
    return rows.map(row -> new Place(target, provision, one, unit, row));
  }

  private static RowResult alone(UnitResult unit) {
    return new RowResult(
        "unit",
        unit.verdict(),
        unit.cause(),
        unit.reason(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether the provision is a shall of the Code. */
  public boolean mandatory() {
    return provision.status().startsWith("M");
  }

  /** {@code 5.6-1-2 b}. */
  public String unitId() {
    return testCase.id() + " " + unit.id();
  }

  /** {@code 5.6-1-2 b tcp/8080}: what {@code coptest explain} takes; not quoted. */
  public String rowId() {
    return unitId() + " " + row.subject();
  }
}
