package org.coptest.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Jars with test suites that a lab wrote for TestNG. */
final class LabSuites {
  @Option(
      names = "--suite-jar",
      paramLabel = "JAR",
      description = "lab-written TestNG classes to run in the same launch; may be repeated")
  private List<Path> jars = new ArrayList<>();

  List<Path> jars() {
    for (var jar : jars) {
      if (!Files.isReadable(jar)) {
        throw new UsageException("--suite-jar %s cannot be read".formatted(jar));
      }
    }
    return jars;
  }
}
