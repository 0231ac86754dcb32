package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coptest.harness.target.declaration.References;
import org.coptest.harness.target.declaration.TargetsReader;
import org.coptest.spi.declaration.Target;

/** Devices declared in YAML. */
public final class Declared {
  private static final References REFERENCES =
      new References(List.of(), Set.of("5.1-1"), Map.of(), Clock.systemUTC());

  private Declared() {}

  /** A device at this address; the lines stand below its {@code reach}. */
  public static Target at(InetAddress address, String... lines) throws IOException {
    var file = Files.createTempFile("targets", ".yaml");
    try {
      Files.writeString(
          file,
          "targets:%n  - id: cam-1%n    reach: {host: %s}%n    %s%n"
              .formatted(address.getHostAddress(), String.join("\n    ", lines)));
      return TargetsReader.read(Path.of(file.toString()), REFERENCES)
          .targets()
          .getFirst()
          .unstarted();
    } finally {
      Files.delete(file);
    }
  }

  /** An interface of this protocol, as the only one. */
  public static String logIntf(String protocol, int port) {
    return "ixit: {logIntf: [{id: L, transport: tcp, port: %d, protocol: %s, status: enabled}]}"
        .formatted(port, protocol);
  }
}
