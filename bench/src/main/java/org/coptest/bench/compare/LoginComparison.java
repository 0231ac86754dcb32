package org.coptest.bench.compare;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.coptest.bench.measure.Processor;
import org.coptest.bench.measure.ScratchFolder;
import org.coptest.bench.measure.Table;
import org.coptest.harness.target.declaration.References;
import org.coptest.harness.target.declaration.TargetsReader;
import org.coptest.probes.passwords.HttpBasicDefaults;
import org.coptest.probes.passwords.LoginTrials;
import org.coptest.probes.passwords.SshDefaults;
import org.coptest.probes.passwords.TelnetDefaults;
import org.coptest.spi.LabCredentials;
import org.coptest.spi.Probe;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/**
 * Tries pairs on emulated devices with coptest and with hydra, one connection at a time each, and
 * compares the time of one login and who was let in: {@code LoginComparison [PAIRS]}.
 */
public final class LoginComparison {
  private static final List<Case> CASES =
      List.of(
          new Case("camera", "telnet-conforming", "ssh", "ssh"),
          new Case("camera", "telnet-conforming", "telnet", "telnet"),
          new Case("camera", "http-conforming", "http", "http"),
          new Case("camera", "default-telnet", "telnet", "telnet"),
          new Case("tricky", "hash-banner", "telnet", "telnet"),
          new Case("tricky", "motd-login", "telnet", "telnet"),
          new Case("tricky", "password-only", "telnet", "telnet"),
          new Case("tricky", "closes-after-three", "telnet", "telnet"),
          new Case("tricky", "closes-after-three-default", "ssh", "ssh"),
          new Case("yes-to-everything", "any-credential", "ssh", "ssh"));
  private final int pairs;

  private LoginComparison(int pairs) {
    this.pairs = pairs;
  }

  /** A service of an emulated device. */
  private record Case(String persona, String make, String service, String protocol) {}

  /** Prints a table. */
  public static void main(String[] args) throws Exception {
    new LoginComparison(args.length > 0 ? Integer.parseInt(args[0]) : 60).compare();
  }

  private void compare() throws Exception {
    double load = Processor.load();
    var table =
        new Table(
            "device",
            "login",
            "ours: tried + controls",
            "each",
            "let in",
            "hydra: each",
            "called valid",
            "time");
    for (var each : CASES) {
      var emulator = emulator(each);
      if (emulator.isPresent()) {
        row(each, emulator.get(), table);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%n%d pairs, %d cores, load %.1f before and %.1f after%n%n%s%n",
        pairs,
        Processor.cores(),
        load,
        Processor.load(),
        table.text());
  }

  private static Optional<DeviceEmulator> emulator(Case wanted) {
    return ServiceLoader.load(DeviceEmulator.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.persona().equals(wanted.persona()) && it.makes().contains(wanted.make()))
        .findFirst();
  }

  private void row(Case each, DeviceEmulator emulator, Table table) throws Exception {
    var address = loopback(new SplittableRandom());
    var entries =
        IntStream.range(0, pairs)
            .mapToObj(i -> new LabCredentials.Entry(i + 2, "any", "user" + i % 6, "pass" + i))
            .toList();
    try (var device = emulator.start(each.make(), address);
        var scratch = ScratchFolder.make()) {
      int port = device.port(each.service());
      var target = target(scratch.path(), each, device, address);
      var ours = ours(each, target, address, scratch.path().resolve("record"), entries);
      var hydra =
          new HydraLogins(scratch.path(), entries)
              .on(each.protocol(), address, port, "/api/settings");
      table.row(
          each.persona() + "/" + each.make(),
          each.protocol(),
          ours.candidates() + " + " + ours.controls(),
          millis(ours.each()),
          ours.wronglyAccepted() > 0 ? "anybody" : "" + ours.accepted(),
          millis(hydra.wall().dividedBy(pairs)),
          hydra.hits() + (hydra.ended() ? "" : ", not ended"),
          ratio(ours.each(), hydra.wall().dividedBy(pairs)));
    }
  }

  private static OurLogins.Judged ours(
      Case each,
      Target target,
      InetAddress address,
      Path folder,
      List<LabCredentials.Entry> entries)
      throws Exception {
    var credentials = new LabCredentials(Optional.empty(), entries);
    try (var ours = new OurLogins(folder, target, address, credentials)) {
      return ours.tried(probe(each.protocol()));
    }
  }

  private static Probe<LoginTrials> probe(String protocol) {
    return switch (protocol) {
      case "ssh" -> new SshDefaults();
      case "telnet" -> new TelnetDefaults();
      default -> new HttpBasicDefaults();
    };
  }

  private static Target target(Path folder, Case each, EmulatedDevice device, InetAddress address)
      throws Exception {
    var file = folder.resolve("targets.yaml");
    Files.writeString(
        file,
        """
        - id: dev
          reach: {host: %s}
          identity: {manufacturer: Example Devices}
          ixit:
            logIntf: [{id: Face, transport: tcp, port: %d, protocol: %s}]
            authMech:
              - id: Login
                factor: password
                endpoint: {interface: Face}
                protectedReference: /api/settings
        """
            .formatted(address.getHostAddress(), device.port(each.service()), each.protocol()));
    var references = new References(List.of(), Set.of(), Map.of(), Clock.systemUTC());
    return TargetsReader.read(file, references).targets().getFirst().unstarted();
  }

  private static InetAddress loopback(SplittableRandom random) throws Exception {
    return InetAddress.getByAddress(new byte[] {127, part(random), part(random), part(random)});
  }

  private static byte part(SplittableRandom random) {
    return (byte) random.nextInt(2, 250);
  }

  private static String millis(Duration time) {
    return time.toMillis() + " ms";
  }

  private static String ratio(Duration ours, Duration hydra) {
    return String.format(Locale.ROOT, "%.2f", (double) ours.toNanos() / hydra.toNanos());
  }
}
