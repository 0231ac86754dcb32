package org.coptest.harness.target.net.identity;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bench's table of IPv4 neighbours (RFC 826), as Linux shows it; empty on other systems. Asking
 * it sends nothing.
 */
public record Neighbours(Path table) {
  private static final String NONE = "00:00:00:00:00:00";
  private static final int ADDRESS = 0;
  private static final int FLAGS = 2;
  private static final int MAC = 3;
  private static final String COMPLETE = "0x2";

  /** The table of this host. */
  public static Neighbours ofThisHost() {
    return new Neighbours(Path.of("/proc/net/arp"));
  }

  /** The hardware address behind this address, as far as known. */
  Optional<String> mac(InetAddress address) {
    return column(address, MAC).filter(mac -> !mac.equals(NONE));
  }

  /** Whether somebody on this link answered for one of these when packets were last sent there. */
  public boolean answerForAny(List<InetAddress> addresses) {
    return addresses.stream()
        .filter(address -> column(address, FLAGS).filter(COMPLETE::equals).isPresent())
        .anyMatch(address -> mac(address).isPresent());
  }

  private Optional<String> column(InetAddress address, int column) {
    try (Stream<String> lines = Files.lines(table)) {
      return lines
          .skip(1)
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns.length > MAC)
          .filter(columns -> columns[ADDRESS].equals(address.getHostAddress()))
          .map(columns -> columns[column])
          .findFirst();
    } catch (IOException noTable) {
      return Optional.empty();
    }
  }
}
