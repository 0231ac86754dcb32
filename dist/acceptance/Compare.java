import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Compares every unit of every device of a run.json with what is expected: {@code java -cp LIBRARIES
 * Compare.java RUN.JSON FOLDER-OF-DEVICES COUNTS-FILE DEVICE…}
 *
 * <p>A line of an expected.txt is a unit and verdicts that are right, such as {@code 5.6-1-2 b FAIL}
 * or {@code 5.5-1-2 a INCONCLUSIVE(MISSING_INPUT), PENDING}; a verdict without a cause stands for
 * any cause. After {@code never} stand verdicts that are wrong. The line of {@code *} holds for all
 * units that are not named; one that is named has to be there.
 */
final class Compare {
  private static final String REST = "*";
  private static final String ROW = "%-4s %-26s %-14s %-40s %s%n";
  private int passed;
  private int failed;

  /** What one line of an expected.txt says. */
  private record Expected(boolean never, List<String> verdicts, String text) {
    static Expected parse(String text) {
      boolean never = text.startsWith("never ");
      var verdicts = (never ? text.substring("never ".length()) : text).split(",\\s*");
      return new Expected(never, List.of(verdicts), text);
    }

    boolean fits(String actual) {
      var verdict = actual.replaceFirst("\\(.*", "");
      return verdicts.stream().anyMatch(v -> v.equals(actual) || v.equals(verdict)) != never;
    }
  }

  public static void main(String[] arguments) throws Exception {
    var devices = Arrays.asList(arguments).subList(3, arguments.length);
    var compare = new Compare();
    var actual = read(Path.of(arguments[0]));
    System.out.printf(ROW, "", "device", "unit", "expected", "actual");
    for (var device : devices) {
      var file = Path.of(arguments[1], device, "expected.txt");
      compare.device(device, expected(file), actual.getOrDefault(device, Map.of()));
    }
    Files.writeString(
        Path.of(arguments[2]), "passed=%d%nfailed=%d%n".formatted(compare.passed, compare.failed));
  }

  private void device(String device, Map<String, Expected> expected, Map<String, String> actual) {
    expected.forEach(
        (unit, line) -> {
          if (!unit.equals(REST)) {
            row(device, unit, line, actual.getOrDefault(unit, "no such unit"));
          }
        });
    var rest = expected.getOrDefault(REST, Expected.parse("no other unit"));
    var others = new ArrayList<>(actual.keySet());
    others.removeAll(expected.keySet());
    var wrong = others.stream().filter(unit -> !rest.fits(actual.get(unit))).toList();
    wrong.forEach(unit -> row(device, unit, rest, actual.get(unit)));
    if (wrong.isEmpty() && !others.isEmpty()) {
      print(true, device, "%d others".formatted(others.size()), rest.text(), "none of them");
    }
  }

  private void row(String device, String unit, Expected expected, String actual) {
    print(expected.fits(actual), device, unit, expected.text(), actual);
  }

  private void print(boolean right, String device, String unit, String expected, String actual) {
    passed += right ? 1 : 0;
    failed += right ? 0 : 1;
    System.out.printf(ROW, right ? "ok" : "BAD", device, unit, expected, actual);
  }

  private static Map<String, Expected> expected(Path file) throws Exception {
    var lines = new LinkedHashMap<String, Expected>();
    for (var line : Files.readAllLines(file)) {
      var words = line.strip().split("\\s+");
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int of = words[0].equals(REST) ? 1 : 2;
      var unit = String.join(" ", Arrays.copyOf(words, of));
      var verdicts = String.join(" ", Arrays.copyOfRange(words, of, words.length));
      if (lines.put(unit, Expected.parse(verdicts)) != null) {
        throw new IllegalArgumentException("%s names %s twice".formatted(file, unit));
      }
    }
    return lines;
  }

  private static Map<String, Map<String, String>> read(Path run) {
    var devices = new TreeMap<String, Map<String, String>>();
    for (var target : new ObjectMapper().readTree(run.toFile()).path("targets")) {
      var units = new LinkedHashMap<String, String>();
      for (var provision : target.path("provisions")) {
        for (var test : provision.path("cases")) {
          for (var unit : test.path("units")) {
            units.put(name(test) + " " + name(unit), verdict(unit));
          }
        }
      }
      devices.put(name(target), units);
    }
    return devices;
  }

  private static String name(JsonNode node) {
    return node.path("id").asString();
  }

  private static String verdict(JsonNode unit) {
    var cause = unit.path("cause").asString("");
    return unit.path("verdict").asString() + (cause.isEmpty() ? "" : "(" + cause + ")");
  }
}
