package org.coptest.dist.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution as a user has it: unpacked somewhere, on a machine with a JDK and no Maven. */
record UnpackedZip(Path root) {

  /** What a start left behind: exit code, and both output streams as one text. */
  record Outcome(int exitCode, String output) {}

  static UnpackedZip in(Path directory) throws IOException {
    var zip = Path.of(System.getProperty("coptest.zip"));
    var root = directory.resolve("coptest-" + System.getProperty("coptest.version"));
    try (var files = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
      copyTree(files.getPath("/"), directory);
    }
    return new UnpackedZip(root);
  }

  Outcome run(Duration patience, String... arguments) throws IOException, InterruptedException {
    var output = root.resolveSibling("output.txt");
    var command = new ArrayList<>(List.of(bash().toString(), root.resolve("coptest").toString()));
    command.addAll(Arrays.asList(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(Files.createDirectories(root.resolveSibling("work")).toFile());
    builder.redirectOutput(output.toFile());
    builder.environment().clear();
    // Nothing but the start script is on this path: no Maven, no Java, no shell tools.
    builder.environment().put("PATH", root.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("HOME", root.getParent().toString());
    var process = builder.start();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(
            "still running after " + patience + ": " + Files.readString(output));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), Files.readString(output));
  }

  private static Path bash() {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(entry -> Path.of(entry, "bash"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("bash is not on the PATH"));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      paths.forEach(path -> copy(path, to.resolve(from.relativize(path).toString())));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.copy(from, to);
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
