package org.coptest.harness.report.allure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs another program to its end or its deadline; never longer, and with bounded output. */
record ChildProcess(List<String> command, Map<String, String> environment) {
  private static final int KEPT = 4_096;

  /** How it ended; the output is its last 4 KiB. */
  record Ended(boolean inTime, int exitCode, String output) {
    boolean succeeded() {
      return inTime && exitCode == 0;
    }
  }

  Ended run(Duration deadline) throws IOException, InterruptedException {
    var output = Files.createTempFile("coptest-child", ".log");
    try {
      return run(deadline, output);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private Ended run(Duration deadline, Path output) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing(output)));
    builder.environment().putAll(environment);
    // Any other word, even 1, leaves the tracker in the pages.
    builder.environment().put("ALLURE_NO_ANALYTICS", "true");
    var process = builder.start();
    try {
      var inTime = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
      return new Ended(inTime, inTime ? process.exitValue() : -1, tail(output));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** The file is still empty when the child starts, and it never reads what it writes. */
  private static java.io.File nothing(Path output) {
    return Files.exists(Path.of("/dev/null")) ? new java.io.File("/dev/null") : output.toFile();
  }

  private static String tail(Path output) throws IOException {
    try (var file = Files.newByteChannel(output)) {
      file.position(Math.max(0, file.size() - KEPT));
      var bytes = java.nio.ByteBuffer.allocate(KEPT);
      while (bytes.hasRemaining() && file.read(bytes) >= 0) {
        // Reads until the end or until it is full.
        continue;
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }
}
