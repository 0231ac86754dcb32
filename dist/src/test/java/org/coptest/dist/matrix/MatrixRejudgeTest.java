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
  void aPolicyThatAllowsOldTlsIsNamedWhereItMovesAVerdict(@TempDir Path temp) throws IOException {
    var suites = temp.resolve("suites");
    copy(SmallHome.checkout().resolve("suites"), suites);
    var policy = suites.resolve("policies/tls-rfc9325.yaml");
    Files.writeString(
        policy,
        Files.readString(policy)
            .replaceFirst("(?s)(values: \\[\"1\\.0\"\\]\\s+stance: )forbid", "$1allow"));

    var outcome = MatrixRun.tool().run("rejudge", MatrixRun.once().folder(), "--suites", suites);

    assertThat(outcome.out().lines().filter(line -> line.startsWith("camera-old-tls 5.5-1-2 a:")))
        .as(outcome.text())
        .singleElement()
        .asString()
        .contains("FAIL → ", "policy tls-rfc9325 version 1");
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
