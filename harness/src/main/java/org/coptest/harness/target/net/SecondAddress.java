package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.Arrays;
import java.util.Optional;

/** Finds another address of the bench on the network of a device. */
final class SecondAddress {
  private static final int ANY_PORT = 9;
  private static final byte[] LOOPBACK = {127, 0, 0, 2};

  private SecondAddress() {}

  /** One that the kernel would not have chosen; nothing is sent to find it. */
  static Optional<InetAddress> towards(InetAddress device) {
    try {
      return device.isLoopbackAddress() ? onLoopback(device) : onNetwork(device);
    } catch (IOException noSuchNetwork) {
      return Optional.empty();
    }
  }

  private static Optional<InetAddress> onLoopback(InetAddress device) throws IOException {
    return device instanceof Inet4Address
        ? Optional.of(InetAddress.getByAddress(LOOPBACK))
        : Optional.empty();
  }

  private static Optional<InetAddress> onNetwork(InetAddress device) throws IOException {
    var usual = usual(device);
    var network = NetworkInterface.getByInetAddress(usual);
    return network == null
        ? Optional.empty()
        : network.getInterfaceAddresses().stream()
            .filter(own -> reaches(own, device))
            .map(InterfaceAddress::getAddress)
            .filter(own -> !own.equals(usual))
            .findFirst();
  }

  private static InetAddress usual(InetAddress device) throws IOException {
    try (var socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(device, ANY_PORT));
      return socket.getLocalAddress();
    }
  }

  private static boolean reaches(InterfaceAddress own, InetAddress device) {
    var one = own.getAddress().getAddress();
    var other = device.getAddress();
    return one.length == other.length
        && Arrays.equals(prefix(one, own), prefix(other, own))
        && !own.getAddress().isLinkLocalAddress();
  }

  private static byte[] prefix(byte[] address, InterfaceAddress own) {
    int bits = own.getNetworkPrefixLength();
    var kept = new byte[address.length];
    for (int i = 0; i < address.length; i++) {
      int inByte = Math.clamp(bits - 8L * i, 0, 8);
      kept[i] = (byte) (address[i] & 0xff00 >> inByte);
    }
    return kept;
  }
}
