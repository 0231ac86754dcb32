package org.coptest.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.coptest.harness.record.Digests;

/**
 * Where this installation keeps its files.
 *
 * @param root holds suites, reports-template, plugins and targets.yaml
 */
record Home(Path root) {

  /** As the start script says; else the working folder. */
  static Home here() {
    return new Home(Path.of(System.getProperty("coptest.home", ".")).toAbsolutePath().normalize());
  }

  Path suites() {
    return root.resolve("suites");
  }

  Path templates() {
    return root.resolve("reports-template");
  }

  Path plugins() {
    return root.resolve("plugins");
  }

  Path targets() {
    return root.resolve("targets.yaml");
  }

  /** What the last self-test of this installation came to. */
  Path selftest() {
    return root.resolve("selftest.txt");
  }

  /** SHA-256 of that self-test; empty when there was none. */
  Optional<String> selftestSha256() {
    try {
      return Files.isRegularFile(selftest())
          ? Optional.of(Digests.sha256(selftest()))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The bundled generator of Allure pages, if this installation has it. */
  Optional<Path> allure() {
    var given = System.getProperty("coptest.allure");
    var folder = given == null ? root.resolve("allure") : Path.of(given);
    return Optional.of(folder).filter(Files::isDirectory);
  }
}
