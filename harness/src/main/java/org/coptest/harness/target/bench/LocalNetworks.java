package org.coptest.harness.target.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.coptest.harness.plan.Locality;
import org.coptest.spi.declaration.Target;

/**
 * A device is local when it is emulated, on loopback, or at the far end of a virtual Ethernet pair:
 * the network namespaces that a test makes. Names are not resolved for this.
 */
public final class LocalNetworks implements Locality {
  private static final String ETHERNET = "1";
  private static final List<String> OTHERS = List.of("device", "bridge", "bonding", "tun_flags");

  @Override
  public boolean isLocal(Target target) {
    if (target.reach().emulate().isPresent()) {
      return true;
    }
    var hosts =
        Stream.concat(
                target.reach().host().stream(),
                target.reach().hosts().stream().flatMap(List::stream))
            .toList();
    return !hosts.isEmpty() && hosts.stream().allMatch(LocalNetworks::isLocal);
  }

  private static boolean isLocal(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    return Addresses.literal(host)
        .map(address -> address.isLoopbackAddress() || isAcrossVirtualPair(address))
        .orElse(false);
  }

  private static boolean isAcrossVirtualPair(InetAddress address) {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(LocalNetworks::isVirtualPair)
          .flatMap(each -> each.getInterfaceAddresses().stream())
          .anyMatch(own -> isInSubnet(own, address));
    } catch (SocketException unreadable) {
      return false;
    }
  }

  /** A veth is an Ethernet interface without hardware that is no bridge, bond, tap or VLAN. */
  private static boolean isVirtualPair(NetworkInterface each) {
    var folder = Path.of("/sys/class/net", each.getName());
    try {
      return Files.isDirectory(folder)
          && read(folder.resolve("type")).equals(ETHERNET)
          && OTHERS.stream().noneMatch(name -> Files.exists(folder.resolve(name)))
          && !read(folder.resolve("uevent")).contains("DEVTYPE=");
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  private static boolean isInSubnet(InterfaceAddress own, InetAddress address) {
    var mine = own.getAddress().getAddress();
    var theirs = address.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < own.getNetworkPrefixLength(); bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
