package org.coptest.emulators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedVerdictsTest {

  private static final String VERDICT = "(PASS|FAIL|NOT_APPLICABLE|INCONCLUSIVE(\\([A-Z_]+\\))?)";
  private static final String UNIT = "  \"5\\.\\d+-\\d+-\\d [a-z]\": ";
  private static final Pattern EXACT =
      Pattern.compile(UNIT + "(PASS|FAIL|NOT_APPLICABLE|(INCONCLUSIVE|NOT_TESTED)\\([A-Z_]+\\))");
  private static final Pattern NEVER =
      Pattern.compile(UNIT + "\\[" + VERDICT + "(, " + VERDICT + ")*\\]");

  @ParameterizedTest
  @MethodSource("org.coptest.emulators.EveryMakeTest#everyMake")
  void everyMakeHasSome(String make) throws IOException {
    var name = make.replace('/', '-');
    var lines = lines(name);
    assertThat(lines.getFirst()).isEqualTo("target: " + name);
    assertThat(lines.stream().filter(line -> line.startsWith("  ")))
        .isNotEmpty()
        .allMatch(line -> EXACT.matcher(line).matches() || NEVER.matcher(line).matches());
  }

  private static List<String> lines(String name) throws IOException {
    var file = "/org/coptest/selftest/expected/" + name + ".yaml";
    try (var in = ExpectedVerdictsTest.class.getResourceAsStream(file)) {
      var text = new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
