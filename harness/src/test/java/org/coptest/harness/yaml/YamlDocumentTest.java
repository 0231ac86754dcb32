package org.coptest.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {
  private final Problems problems = new Problems();

  @TempDir private Path folder = Path.of("");

  private Optional<YamlNode> parse(String text) {
    return YamlDocument.parse("a.yaml", text.getBytes(StandardCharsets.UTF_8), problems);
  }

  private String refusal(String text) {
    assertThat(parse(text)).isEmpty();
    return problems.text();
  }

  private String refusal(Path file) {
    assertThat(YamlDocument.parse(file, problems)).isEmpty();
    assertThat(problems.count()).isEqualTo(1);
    return problems.all().getFirst().text().replace(folder.toString(), "F");
  }

  @Test
  void keepsThePositionsOfKeysAndValues() {
    var root = (YamlMap) parse("a: 1\nbb:\n  - x\n  - {c: \"é\", d: 2}\n").orElseThrow();

    assertThat(root.entry("bb").orElseThrow().keyAt().text()).isEqualTo("a.yaml:2:1");
    var found = YamlPath.select(root, "bb[].d").getFirst();
    assertThat(found.path()).isEqualTo("bb[1].d");
    assertThat(found.node().at().text()).isEqualTo("a.yaml:4:17");
  }

  @ParameterizedTest
  @CsvSource({
    "no, TEXT",
    "12, INTEGER",
    "1.10, DECIMAL",
    "true, BOOLEAN",
    "null, NULL",
    "~, NULL",
    "'''12''', TEXT",
    "2030-12-31, TEXT",
    "'', EMPTY"
  })
  void tellsKindsByTheCoreSchema(String written, YamlScalar.Kind kind) {
    var root = parse("a: " + written).orElseThrow();

    assertThat(((YamlScalar) ((YamlMap) root).get("a").orElseThrow()).kind()).isEqualTo(kind);
  }

  @Test
  void readsAnAliasAsWhatItRepeats() {
    var root = parse("a: &x {b: 1}\nc: *x\n").orElseThrow();

    assertThat(YamlPath.select(root, "c.b")).hasSize(1);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void ignoresAByteOrderMark() {
    assertThat(parse("\ufeffa: 1")).isPresent();
  }

  @Test
  void refusesAMissingFile() {
    assertThat(refusal(folder.resolve("none.yaml")))
        .isEqualTo("F/none.yaml: no such file – check the path, or write one with coptest init");
  }

  @Test
  void refusesADirectory() {
    assertThat(refusal(folder))
        .isEqualTo("F: is a directory, expected a YAML file – name a file in it");
  }

  @Test
  void refusesWhatIsNoRegularFile() {
    assertThat(refusal(Path.of("/dev/zero")))
        .isEqualTo("/dev/zero: is not a regular file – copy it into a file first");
  }

  @Test
  void refusesAHugeFileWithoutReadingIt() throws IOException {
    var file = folder.resolve("huge.yaml");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100L << 20);
    }

    var message = Assertions.assertTimeout(Duration.ofSeconds(5), () -> refusal(file));

    assertThat(message)
        .isEqualTo(
            "F/huge.yaml: has 104,857,600 bytes, at most 4 MiB are read"
                + " – split it into several files");
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    var file = folder.resolve("latin.yaml");
    Files.write(file, "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(refusal(file))
        .isEqualTo("F/latin.yaml:2:7: is not UTF-8: byte 0xe9 – save the file as UTF-8");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(refusal("# nothing\n")).startsWith("a.yaml: is empty");
  }

  @Test
  void refusesBrokenYamlAtItsPlace() {
    assertThat(refusal("a: [1, 2\nb: 3\n")).startsWith("a.yaml:2:").contains("not valid YAML: ");
  }

  @Test
  void refusesASecondDocument() {
    assertThat(refusal("a: 1\n---\nb: 2\n"))
        .startsWith("a.yaml:2:1: a second document starts here – use one file for each");
  }

  @Test
  void refusesTags() {
    assertThat(refusal("a: !!python/object:os.system x\n"))
        .startsWith("a.yaml:1:4: tag \"tag:yaml.org,2002:python/object:os.system\" is not read");
  }

  @Test
  void refusesDuplicateKeys() {
    parse("port: 1\nhost: x\nport: 2\n");

    assertThat(problems.text())
        .isEqualTo(
            """
            a.yaml:3:1: duplicate key "port", first on line 1 – keep one of them
                3 | port: 2
                    ^^^^
            1 error, nothing was sent to any device\
            """);
  }

  @Test
  void refusesDeepNesting() {
    assertThat(refusal("[".repeat(100_000))).contains("a.yaml:1:66: nested deeper than 64 levels");
  }

  @Test
  void refusesDeepNestingThroughAliases() {
    var chain = new StringBuilder("- &a0 [x]\n");
    for (int i = 1; i < 70; i++) {
      chain.append("- &a%d [*a%d]\n".formatted(i, i - 1));
    }

    assertThat(refusal(chain.toString())).contains("with its aliases nested deeper than 64 levels");
  }

  @Test
  void refusesAnAliasBomb() {
    var bomb = new StringBuilder("- &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 20; i++) {
      bomb.append("- &a%d [%s]\n".formatted(i, ("*a" + (i - 1) + ", ").repeat(9)));
    }

    var message = Assertions.assertTimeout(Duration.ofSeconds(20), () -> refusal(bomb.toString()));

    assertThat(message).contains("more than 500,000 values, counting what aliases repeat");
  }

  @Test
  void refusesAnAliasToItself() {
    assertThat(refusal("a: &x [*x]\n")).contains("a.yaml:1:8: alias \"x\" has no anchor before it");
  }

  @Test
  void refusesAListAsAKey() {
    assertThat(refusal("? [a]\n: b\n")).contains("a list or mapping cannot be a key");
  }

  @Test
  void survivesTheLargestFileInTime() {
    var large = "- {id: a, b: [1, 2]}\n".repeat((4 << 20) / 21);

    assertThat(Assertions.assertTimeout(Duration.ofSeconds(60), () -> refusal(large)))
        .contains("more than 500,000 values");
  }
}
