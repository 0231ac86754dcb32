package org.coptest.emulators.device;

import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where a device runs.
 *
 * @param address the only address it binds
 * @param threads its own threads, which end with it
 * @param contacted falls to zero when the first peer connects
 */
public record Site(InetAddress address, ExecutorService threads, CountDownLatch contacted) {

  /** A site at this loopback address. */
  static Site at(InetAddress address) {
    if (!address.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "emulated devices bind loopback addresses only, not " + address.getHostAddress());
    }
    var factory = Thread.ofVirtual().name("emulated-", 0).factory();
    return new Site(address, Executors.newThreadPerTaskExecutor(factory), new CountDownLatch(1));
  }
}
