package org.coptest.bench.compare;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.coptest.spi.LabCredentials;

/** The same pairs by hydra, one connection at a time. */
final class HydraLogins {
  private static final Pattern HIT = Pattern.compile("login: (\\S*)\\s+password: (\\S*)");
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private final Path pairs;

  HydraLogins(Path folder, List<LabCredentials.Entry> entries) throws IOException {
    pairs =
        Files.write(
            folder.resolve("pairs.txt"),
            entries.stream().map(it -> it.user() + ":" + it.password()).toList());
  }

  /** What hydra calls valid, and how long it took. */
  record Claimed(int hits, Duration wall, boolean ended) {}

  Claimed on(String protocol, InetAddress address, int port, String path)
      throws IOException, InterruptedException {
    var words =
        new ArrayList<>(List.of("hydra", "-I", "-t", "1", "-C", pairs.toString(), "-s", "" + port));
    words.add(address.getHostAddress());
    words.add(protocol.equals("http") ? "http-get" : protocol);
    if (protocol.equals("http")) {
      words.add(path);
    }
    long started = System.nanoTime();
    var hydra = new ProcessBuilder(words).redirectErrorStream(true).start();
    var killer =
        Thread.ofVirtual()
            .start(() -> {
              if (!ended(hydra)) {
                hydra.destroyForcibly();
              }
            });
    var output = new String(hydra.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = hydra.waitFor() >= 0 && output.contains("finished at");
    killer.interrupt();
    var wall = Duration.ofNanos(System.nanoTime() - started);
    return new Claimed((int) HIT.matcher(output).results().count(), wall, ended);
  }

  private static boolean ended(Process process) {
    try {
      return process.waitFor(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
