package org.coptest.dist.matrix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coptest.harness.record.UnitResult;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.RecordBinder;
import org.coptest.harness.yaml.YamlDocument;

/** What every device of the matrix must come to, read from its file. */
record Expectations(String device, Map<String, String> units, Map<String, List<String>> never) {

  /** A file of the matrix. */
  record Entry(
      String target, String kind, Map<String, String> units, Map<String, List<String>> never) {}

  static Expectations of(String device) {
    var name = "expected/" + device + ".yaml";
    var problems = new Problems();
    var bytes = MatrixRun.text(name).getBytes(StandardCharsets.UTF_8);
    var entry =
        YamlDocument.parse(name, bytes, problems)
            .flatMap(root -> RecordBinder.bind(root, Entry.class, "", problems));
    problems.throwIfAny();
    var read = entry.orElseThrow();
    return new Expectations(read.target(), read.units(), read.never());
  }

  /** One sentence for each verdict of this device that must not be. */
  List<String> differences(MatrixRun run) {
    var differences = new ArrayList<String>();
    units.forEach((unit, expected) -> {
      var actual = unit(run, unit);
      if (!matches(actual, expected)) {
        differences.add(told(unit, "expected " + expected, actual));
      }
    });
    never.forEach((unit, barred) -> {
      var actual = unit(run, unit);
      barred.stream()
          .filter(verdict -> matches(actual, verdict))
          .forEach(verdict -> differences.add(told(unit, "must not be " + verdict, actual)));
    });
    errors(run).forEach(differences::add);
    return differences;
  }

  private Stream<String> errors(MatrixRun run) {
    return run.cases(device).values().stream()
        .flatMap(one ->
            one.units().stream()
                .filter(unit -> matches(unit, "ERROR"))
                .map(unit -> told(one.id() + " " + unit.id(), "must not be ERROR", unit)));
  }

  private UnitResult unit(MatrixRun run, String unit) {
    var one = run.testCase(device, unit.substring(0, unit.indexOf(' ')));
    return one.units().stream()
        .filter(each -> each.id().equals(unit.substring(unit.indexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no unit " + unit));
  }

  private static boolean matches(UnitResult unit, String expected) {
    var cause = unit.cause().filter(c -> expected.contains("(")).map(c -> "(" + c + ")");
    return expected.equals(unit.verdict() + cause.orElse(""));
  }

  private String told(String unit, String expected, UnitResult actual) {
    return "%s %s: %s, came to %s%s because %s"
        .formatted(
            device,
            unit,
            expected,
            actual.verdict(),
            actual.cause().map(c -> "(" + c + ")").orElse(""),
            actual.reason());
  }
}
