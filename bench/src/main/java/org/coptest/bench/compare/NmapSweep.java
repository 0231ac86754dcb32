package org.coptest.bench.compare;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coptest.bench.measure.Processor;
import org.coptest.spi.net.PortSet;

/** The same ports by nmap's connect scan at its fastest timing. */
final class NmapSweep {
  private static final Pattern OPEN = Pattern.compile("(\\d{1,5})/open/tcp");

  private NmapSweep() {}

  static Found sweep(InetAddress address) throws IOException, InterruptedException {
    var before = Processor.ended();
    long started = System.nanoTime();
    var nmap = new ProcessBuilder(arguments(address)).redirectErrorStream(true).start();
    var output = new String(nmap.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = nmap.waitFor();
    var wall = Duration.ofNanos(System.nanoTime() - started);
    if (exit != 0) {
      throw new IOException("nmap ended with %d: %s".formatted(exit, output));
    }
    return new Found(open(output), wall, used(before));
  }

  private static List<String> arguments(InetAddress address) {
    return List.of("nmap", "-sT", "-p-", "-T5", "-n", "-Pn", "-oG", "-", address.getHostAddress());
  }

  private static PortSet open(String output) {
    return PortSet.of(
        OPEN.matcher(output).results().map(port -> Integer.valueOf(port.group(1))).toList());
  }

  private static Optional<Duration> used(Optional<Duration> before) throws IOException {
    var now = Processor.ended();
    return before.flatMap(then -> now.map(total -> total.minus(then)));
  }
}
