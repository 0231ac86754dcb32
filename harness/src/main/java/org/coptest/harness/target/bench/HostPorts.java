package org.coptest.harness.target.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.coptest.spi.net.PortSet;

/**
 * TCP ports on which this host listens at every address. They answer at the address of an emulated
 * device too, and are not the device's.
 */
final class HostPorts {
  private static final String LISTEN = "0A";

  private HostPorts() {}

  static PortSet onAllAddresses() {
    var ports = new BitSet();
    for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      collect(Path.of(table), ports);
    }
    return PortSet.of(ports);
  }

  private static void collect(Path table, BitSet ports) {
    try (Stream<String> lines = Files.lines(table)) {
      lines
          .skip(1)
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns.length > 3 && columns[3].equals(LISTEN))
          .map(columns -> columns[1].split(":"))
          .filter(local -> local[0].matches("0+"))
          .forEach(local -> ports.set(Integer.parseInt(local[1], 16)));
    } catch (IOException noSuchTable) {
      // Other systems have no such table; there an emulated device may show ports of its host.
      return;
    }
  }
}
