package org.coptest.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.coptest.harness.engine.LabEngine;
import picocli.CommandLine.Option;

/** Jars with test suites that a lab wrote for TestNG. */
final class LabSuites {
  @Option(
      names = "--suite-jar",
      paramLabel = "JAR",
      description = "lab-written TestNG classes to run in the same launch; may be repeated")
  private List<Path> jars = new ArrayList<>();

  /**
   * What the jars hold; read before a campaign begins, so that a wrong jar leaves no trace.
   *
   * @throws UsageException when a jar cannot be read or holds no suite
   */
  List<LabEngine.Suites> suites() {
    if (jars.isEmpty()) {
      return List.of();
    }
    for (var jar : jars) {
      if (!Files.isReadable(jar)) {
        throw new UsageException("--suite-jar %s cannot be read".formatted(jar));
      }
    }
    try {
      return List.of(engine().suites(jars));
    } catch (IOException unusable) {
      throw new UsageException("--suite-jar: " + unusable.getMessage());
    }
  }

  private static LabEngine engine() {
    return ServiceLoader.load(LabEngine.class, LabSuites.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new UsageException("--suite-jar: this build has no TestNG"));
  }
}
