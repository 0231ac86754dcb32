package org.coptest.harness.report.allure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program that makes pages from Allure results.
 *
 * @param command how it is started
 * @param environment what is set for it
 * @param version as people know it
 */
public record AllureGenerator(
    List<String> command, Map<String, String> environment, String version) {
  private static final Duration ASKED = Duration.ofSeconds(5);
  private static final Pattern VERSION = Pattern.compile("2\\.(\\d{1,4})\\.\\d{1,4}");
  private static final int NEW_ENOUGH = 35;
  private static final Pattern JAR = Pattern.compile("allure-commandline-(.+)\\.jar");

  /**
   * A newer one from the path, else the bundled one.
   *
   * @param bundled folder of the bundled generator, with {@code lib} in it
   * @param environment of this process
   */
  public static Optional<AllureGenerator> find(
      Optional<Path> bundled, Map<String, String> environment) throws InterruptedException {
    var newer = onPath(environment.getOrDefault("PATH", ""));
    return newer.isPresent() ? newer : bundled.flatMap(AllureGenerator::bundled);
  }

  /** The one in this folder, whether {@code lib} lies in it or one folder deeper. */
  static Optional<AllureGenerator> bundled(Path folder) {
    return home(folder)
        .flatMap(home -> version(home).map(version -> bundled(home.toAbsolutePath(), version)));
  }

  private static AllureGenerator bundled(Path home, String version) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = home.resolve("lib/*") + File.pathSeparator + home.resolve("lib/config");
    return new AllureGenerator(
        List.of(java, "-Xmx1g", "-cp", classPath, "io.qameta.allure.CommandLine"),
        // Without APP_HOME it loads no plug-ins, and pages by guideline are missing.
        Map.of("APP_HOME", home.toString()),
        version);
  }

  private static Optional<Path> home(Path folder) {
    if (Files.isDirectory(folder.resolve("lib"))) {
      return Optional.of(folder);
    }
    try (var below = Files.list(folder)) {
      return below.filter(child -> Files.isDirectory(child.resolve("lib"))).sorted().findFirst();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Optional<String> version(Path home) {
    try (var jars = Files.list(home.resolve("lib"))) {
      return jars.map(jar -> JAR.matcher(jar.getFileName().toString()))
          .filter(jar -> jar.matches())
          .map(jar -> jar.group(1))
          .findFirst();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static Optional<AllureGenerator> onPath(String path) throws InterruptedException {
    for (var folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
      var program = Path.of(folder.isEmpty() ? "." : folder).resolve("allure");
      if (!folder.isEmpty() && Files.isExecutable(program) && Files.isRegularFile(program)) {
        return newEnough(program);
      }
    }
    return Optional.empty();
  }

  private static Optional<AllureGenerator> newEnough(Path program) throws InterruptedException {
    var command = new ArrayList<String>();
    command.add(program.toString());
    try {
      var said = new ChildProcess(List.of(program.toString(), "--version"), Map.of()).run(ASKED);
      var version = VERSION.matcher(said.output().strip());
      return said.succeeded()
              && version.matches()
              && Integer.parseInt(version.group(1)) >= NEW_ENOUGH
          ? Optional.of(
              new AllureGenerator(
                  command,
                  Map.of("JAVA_OPTS", "-Xmx1g", "JAVA_HOME", System.getProperty("java.home")),
                  version.group()))
          : Optional.empty();
    } catch (IOException notStarted) {
      return Optional.empty();
    }
  }
}
