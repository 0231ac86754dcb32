package org.coptest.dist.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.harness.record.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole matrix, judged again from its record. */
class MatrixRejudgeTest {

  @Test
  void sameRecordSameVerdicts() throws IOException {
    var folder = MatrixRun.once().folder();
    var before = digests(folder);

    var outcome = MatrixRun.tool().run("rejudge", folder);

    assertThat(outcome.out()).as(outcome.text()).contains("No verdict changed.");
    assertThat(digests(folder)).isEqualTo(before);
  }

  @Test
  void aPolicyThatForbidsMoreIsNamedWhereItMovesAVerdict(@TempDir Path temp) throws IOException {
    var suites = temp.resolve("suites");
    copy(SmallHome.checkout().resolve("suites"), suites);
    forbidTls12(suites.resolve("policies/tls-rfc9325.yaml"));

    var outcome = MatrixRun.tool().run("rejudge", MatrixRun.once().folder(), "--suites", suites);

    var moved = outcome.out().lines().filter(line -> line.contains("→")).toList();
    assertThat(moved)
        .as(outcome.text())
        .filteredOn(line -> line.startsWith("camera-conforming 5.5-1-2 a: "))
        .singleElement()
        .asString()
        .contains("PASS → FAIL by catalogue tec-31318-2021 ", "policy tls-rfc9325 version 1")
        .contains("accepts TLS 1.2, but policy line tls-rfc9325/version-1.2 forbids it");
    assertThat(moved).allMatch(line -> line.contains("policy tls-rfc9325"));
    assertThat(moved).noneMatch(line -> line.startsWith("tricky-tls-13-only "));
  }

  private static void forbidTls12(Path policy) throws IOException {
    var both = "values: [\"1.2\", \"1.3\"]\n";
    var text = Files.readString(policy);
    assertThat(text).contains(both);
    Files.writeString(
        policy,
        text.replace(both, "values: [\"1.3\"]\n")
            + """
              - id: tls-rfc9325/version-1.2
                topic: tls.version
                values: ["1.2"]
                stance: forbid
                cites: a decision of this test
            """);
  }

  private static Map<String, String> digests(Path folder) throws IOException {
    var digests = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = folder.relativize(file).toString();
        if (!name.startsWith("rejudged")) {
          digests.put(name, Digests.sha256(file));
        }
      }
    }
    return digests;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
