package org.coptest.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.coptest.harness.catalogue.Catalogue;
import org.coptest.harness.catalogue.TestUnit;
import org.coptest.harness.cli.Selftest.Expectation;
import org.coptest.harness.record.UnitResult;
import org.jspecify.annotations.Nullable;

/** What the self-test was shown, counted per probe, and where it judged differently. */
final class SelftestOutcome {
  private static final List<String> COLUMNS = List.of("pass", "fail", "tricky", "dead");
  private final Catalogue catalogue;
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  SelftestOutcome(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A unit must have this verdict. */
  void hold(Expectation device, String unit, String expected, Map<String, UnitResult> units) {
    var actual = text(units.get(unit), expected);
    count(device, unit, expected);
    if (!actual.equals(expected)) {
      differences.add(
          "%s %s: expected %s, came to %s%s"
              .formatted(device.target(), unit, expected, actual, reason(units.get(unit))));
    }
  }

  /** A unit must have none of these verdicts. */
  void bar(Expectation device, String unit, List<String> barred, Map<String, UnitResult> units) {
    count(device, unit, "");
    for (var verdict : barred) {
      if (text(units.get(unit), verdict).equals(verdict)) {
        differences.add(
            "%s %s: must not be %s%s"
                .formatted(device.target(), unit, verdict, reason(units.get(unit))));
      }
    }
  }

  /** Each verdict that is not what was expected; empty when this build judges as it must. */
  List<String> differences() {
    return List.copyOf(differences);
  }

  /** The table and the differences, under the build they belong to. */
  String text(String build) {
    var text = new StringBuilder();
    text.append(build).append('\n');
    text.append(line("probe", "pass", "fail", "tricky", "dead"));
    counts.forEach((probe, row) ->
        text.append(
            line(
                probe,
                COLUMNS.stream().map(c -> "" + row.getOrDefault(c, 0)).toArray(String[]::new))));
    text.append('\n');
    differences.forEach(one -> text.append(one).append('\n'));
    text.append(
        differences.isEmpty()
            ? "Every verdict is as expected.\n"
            : differences.size() + " verdicts are not as expected: do not use this build.\n");
    return text.toString();
  }

  private static String line(String probe, String... cells) {
    return String.format(
        Locale.ROOT, "%-36s %6s %6s %6s %6s%n", probe, cells[0], cells[1], cells[2], cells[3]);
  }

  private void count(Expectation device, String unit, String expected) {
    var column =
        switch (device.kind()) {
          case DEAD -> "dead";
          case TRICKY -> "tricky";
          case PLAIN ->
              expected.equals("PASS") ? "pass" : expected.equals("FAIL") ? "fail" : "tricky";
        };
    probes(unit)
        .forEach(probe ->
            counts.computeIfAbsent(probe, id -> new TreeMap<>()).merge(column, 1, Integer::sum));
  }

  private List<String> probes(String unit) {
    return catalogue.cases().stream()
        .flatMap(one -> one.units().stream().filter(u -> one.unitId(u).equals(unit)))
        .findFirst()
        .map(TestUnit::probes)
        .orElse(List.of());
  }

  /** The verdict, with its cause when the expectation names one. */
  private static String text(@Nullable UnitResult unit, String expected) {
    if (unit == null) {
      return "nothing";
    }
    var cause = unit.cause().filter(c -> expected.contains("(")).map(c -> "(" + c + ")");
    return unit.verdict() + cause.orElse("");
  }

  private static String reason(@Nullable UnitResult unit) {
    return unit == null ? "" : " because " + unit.reason();
  }
}
