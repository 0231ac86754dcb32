package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coptest.spi.net.Dut;

/**
 * The hardware address that the bench's neighbour table holds for the device: another one tells
 * that another device took over its address. Read from a table, so it costs the device nothing.
 */
public final class NeighbourMac implements IdentityCheck {
  private static final String NONE = "00:00:00:00:00:00";
  private static final int ADDRESS = 0;
  private static final int MAC = 3;
  private final Path table;

  /** From the table of this host. */
  public NeighbourMac() {
    this(Path.of("/proc/net/arp"));
  }

  NeighbourMac(Path table) {
    this.table = table;
  }

  @Override
  public Map<String, String> read(Dut dut) {
    return marks(dut.addresses());
  }

  Map<String, String> marks(List<InetAddress> addresses) {
    var wanted = addresses.stream().map(InetAddress::getHostAddress).toList();
    var marks = new TreeMap<String, String>();
    try (Stream<String> lines = Files.lines(table)) {
      lines
          .skip(1)
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns.length > MAC && wanted.contains(columns[ADDRESS]))
          .filter(columns -> !columns[MAC].equals(NONE))
          .forEach(columns -> marks.put("MAC of " + columns[ADDRESS], columns[MAC]));
    } catch (IOException noTable) {
      return Map.of();
    }
    return marks;
  }
}
