package org.coptest.harness.cli;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.harness.target.declaration.TargetsReader;
import org.coptest.harness.yaml.ConfigurationProblemsException;
import org.jspecify.annotations.Nullable;

/** Looks at the bench itself; sends nothing to any device. */
final class DoctorCheck {
  private static final long WANTED_BYTES = 1L << 30;
  private static final int WANTED_FILES = 2048;
  private final Home home;

  DoctorCheck(Home home) {
    this.home = home;
  }

  /** How a line of the check-up came out. */
  enum State {
    OK,
    WARN,
    FAIL
  }

  /** One line of the check-up. */
  record Finding(State state, String what, String found, Optional<String> fix) {
    static Finding ok(String what, String found) {
      return new Finding(State.OK, what, found, Optional.empty());
    }

    static Finding warn(String what, String found, String fix) {
      return new Finding(State.WARN, what, found, Optional.of(fix));
    }

    static Finding fail(String what, String found, String fix) {
      return new Finding(State.FAIL, what, found, Optional.of(fix));
    }
  }

  List<Finding> findings(@Nullable Path targets) {
    var findings = new ArrayList<Finding>();
    findings.add(java());
    findings.add(disk());
    findings.add(clock());
    findings.add(openFiles());
    findings.add(ipv6());
    findings.add(catalogue());
    findings.add(generator());
    findings.add(tool("nmap", "a second opinion on ports; install nmap to have it"));
    findings.add(tool("tcpdump", "captures; install tcpdump to have them"));
    declaration(targets).ifPresent(findings::add);
    return findings;
  }

  private static Finding java() {
    var version = Runtime.version();
    return version.feature() >= 21
        ? Finding.ok("Java", version.toString())
        : Finding.fail("Java", version.toString(), "install a JDK 21 or newer");
  }

  private static Finding disk() {
    try {
      FileStore store = Files.getFileStore(Path.of("").toAbsolutePath());
      long free = store.getUsableSpace();
      var found = (free >> 20) + " MiB free in the working folder";
      return free >= WANTED_BYTES
          ? Finding.ok("disk", found)
          : Finding.warn("disk", found, "make room, or give --out on another disk");
    } catch (IOException unreadable) {
      return Finding.fail("disk", unreadable.toString(), "start coptest in a readable folder");
    }
  }

  private static Finding clock() {
    var now = Clock.systemUTC().instant();
    var sane = Year.from(now.atOffset(ZoneOffset.UTC)).getValue() >= 2026;
    return sane
        ? Finding.ok("clock", now.toString())
        : Finding.fail("clock", now.toString(), "set the clock: certificates and records need it");
  }

  private static Finding openFiles() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/limits"))) {
      var limit =
          lines
              .filter(line -> line.startsWith("Max open files"))
              .map(line -> line.replace("Max open files", "").strip().split("\\s+")[0])
              .findFirst()
              .orElse("unknown");
      return limit.equals("unlimited") || Long.parseLong(limit) >= WANTED_FILES
          ? Finding.ok("open files", limit)
          : Finding.warn("open files", limit, "raise it: ulimit -n " + WANTED_FILES);
    } catch (IOException | NumberFormatException unknown) {
      return Finding.ok("open files", "the limit cannot be read here");
    }
  }

  private static Finding ipv6() {
    try {
      boolean present =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .anyMatch(java.net.Inet6Address.class::isInstance);
      return present
          ? Finding.ok("IPv6", "available")
          : Finding.warn("IPv6", "no address", "switch it on: devices may listen on IPv6 only");
    } catch (SocketException unreadable) {
      return Finding.warn("IPv6", unreadable.toString(), "check the network interfaces");
    }
  }

  private Finding catalogue() {
    try {
      var loaded = Loaded.from(home);
      return Finding.ok(
          "catalogue",
          "%d provisions, %d test cases, %d probes, %d emulated personas"
              .formatted(
                  loaded.catalogue().provisions().size(),
                  loaded.catalogue().cases().size(),
                  loaded.extensions().probes().size(),
                  loaded.emulators().size()));
    } catch (ConfigurationProblemsException | UsageException broken) {
      return Finding.fail(
          "catalogue", String.valueOf(broken.getMessage()), "mend the suites or the plug-ins");
    }
  }

  private Finding generator() {
    return home.allure()
        .map(folder -> Finding.ok("Allure pages", "generator bundled"))
        .orElseGet(() ->
            Finding.warn(
                "Allure pages",
                "no generator in this installation",
                "results are still written; own HTML report is complete without it"));
  }

  private static Finding tool(String name, String use) {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    boolean found =
        Stream.of(path.split(java.io.File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    return found
        ? Finding.ok(name, "installed")
        : new Finding(State.OK, name, "not installed, optional", Optional.of(use));
  }

  private Optional<Finding> declaration(@Nullable Path asked) {
    var file = asked == null ? Path.of("targets.yaml") : asked;
    if (asked == null && !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var read = TargetsReader.read(file, Loaded.from(home).references(Clock.systemUTC()));
      return Optional.of(
          Finding.ok(file.toString(), read.targets().size() + " targets, every name resolves"));
    } catch (ConfigurationProblemsException | UsageException wrong) {
      return Optional.of(
          Finding.fail(file.toString(), String.valueOf(wrong.getMessage()), "mend the file"));
    }
  }
}
