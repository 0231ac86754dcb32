package org.coptest.harness.target.net;

import java.net.InetAddress;

/** Networks whose addresses belong to no one on the internet (RFC 6890 registries). */
final class IsolatedNetworks {
  private IsolatedNetworks() {}

  /** Whether packets to this address stay in the lab, the machine or a private network. */
  static boolean contain(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()) {
      return true;
    }
    var bytes = address.getAddress();
    return bytes.length == 4 ? isolatedFour(bytes) : isolatedSix(bytes);
  }

  // 100.64.0.0/10 is left out on purpose: behind a carrier it reaches other customers' devices.
  private static boolean isolatedFour(byte[] a) {
    return starts(a, 192, 0, 2)
        || starts(a, 198, 51, 100)
        || starts(a, 203, 0, 113)
        || starts(a, 198, 18)
        || starts(a, 198, 19);
  }

  private static boolean isolatedSix(byte[] a) {
    return (a[0] & 0xfe) == 0xfc || starts(a, 0x20, 0x01, 0x0d, 0xb8);
  }

  private static boolean starts(byte[] address, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((address[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
