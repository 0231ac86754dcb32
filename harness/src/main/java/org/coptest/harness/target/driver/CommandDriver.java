package org.coptest.harness.target.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.coptest.spi.Driver;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Origin;
import org.coptest.spi.net.Dut;
import org.coptest.spi.verdict.Cause;

/**
 * A program of the lab, started without a shell beside the declaration file. It gets the values as
 * {@code COPTEST_NAME} in its environment and in its arguments; exit status 0 means done.
 */
final class CommandDriver implements Driver {
  private static final int MOST_OUTPUT = 64 * 1024;
  private final String path;
  private final List<String> command;
  private final Origin at;
  private final Duration longest;
  private final Dut dut;

  CommandDriver(String path, List<String> command, Origin at, Duration longest, Dut dut) {
    this.path = path;
    this.command = List.copyOf(command);
    this.at = at;
    this.longest = longest;
    this.dut = dut;
  }

  @Override
  public Outcome run(Map<String, String> values, Duration limit)
      throws InterruptedException, ProbeException {
    var process = started(values);
    try {
      var output = CompletableFuture.supplyAsync(() -> head(process));
      var patience = limit.compareTo(longest) < 0 ? limit : longest;
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw fault("did not end within %d s".formatted(patience.toSeconds()), Optional.empty());
      }
      return new Outcome(process.exitValue(), soon(output));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process started(Map<String, String> values) throws ProbeException {
    var fill = new Values(values);
    var words = command.stream().map(word -> fill.in(word, value -> value)).toList();
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Optional.ofNullable(Path.of(at.file()).toAbsolutePath().getParent())
        .ifPresent(folder -> builder.directory(folder.toFile()));
    builder.environment().put("COPTEST_ADDRESS", addresses());
    values.forEach((name, value) -> builder.environment().put(variable(name), value));
    try {
      return builder.start();
    } catch (IOException missing) {
      throw fault("could not be started: " + missing.getMessage(), Optional.of(missing));
    }
  }

  private String addresses() {
    return dut.addresses().stream().map(it -> it.getHostAddress()).collect(Collectors.joining(" "));
  }

  private static String variable(String name) {
    return "COPTEST_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** A grandchild may keep the pipe open for ever. */
  private static String soon(CompletableFuture<String> output) throws InterruptedException {
    try {
      return output.get(2, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException unread) {
      return "";
    }
  }

  private static String head(Process process) {
    try (var out = process.getInputStream()) {
      var kept = new String(out.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
      // What is not read would block the program.
      out.skip(Long.MAX_VALUE);
      return kept;
    } catch (IOException ended) {
      return "";
    }
  }

  /** A program of the lab that does not work says nothing about the device. */
  private ProbeException fault(String what, Optional<Exception> origin) {
    var message = "%s (%s): %s %s".formatted(path, at.text(), command.getFirst(), what);
    return origin
        .map(it -> new ProbeException(Cause.BENCH_FAULT, message, it))
        .orElseGet(() -> new ProbeException(Cause.BENCH_FAULT, message));
  }
}
