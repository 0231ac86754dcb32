package org.coptest.harness.target.bench;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out loopback addresses, one for each emulated device, so that a sweep of one device never
 * meets the ports of another. The start is random: campaigns side by side rarely share one.
 */
final class EmulatedAddresses {
  private static final int HOSTS = 254;
  private static final int SPACE = 64 * 256 * HOSTS;
  private final AtomicInteger next = new AtomicInteger(ThreadLocalRandom.current().nextInt(SPACE));

  InetAddress next() {
    int number = Math.floorMod(next.getAndIncrement(), SPACE);
    int network = number / HOSTS;
    // 127.64.0.0/10 keeps clear of 127.0.0.x, where people run things by hand.
    var bytes =
        new byte[] {127, (byte) (64 + (network >> 8)), (byte) network, (byte) (1 + number % HOSTS)};
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }
}
