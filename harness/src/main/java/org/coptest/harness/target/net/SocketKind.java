package org.coptest.harness.target.net;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/** Opens sockets of the right family, and tells when a connect met itself. */
final class SocketKind {
  private SocketKind() {}

  /** IPv4 gets a plain IPv4 socket: it is cheaper, and its errors are the device's own. */
  static StandardProtocolFamily of(InetAddress address) {
    return address instanceof Inet4Address
        ? StandardProtocolFamily.INET
        : StandardProtocolFamily.INET6;
  }

  /** A new non-blocking socket. */
  static SocketChannel open(InetAddress address) throws IOException {
    var socket = SocketChannel.open(of(address));
    try {
      socket.configureBlocking(false);
      return socket;
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  // On loopback the kernel may lend the very port that is asked for: TCP then connects to itself.
  static boolean metItself(SocketChannel socket) throws IOException {
    var local = socket.getLocalAddress();
    return local != null && local.equals(socket.getRemoteAddress());
  }

  /** The bench could not even try. */
  static ProbeException benchFault(IOException failure) {
    return new ProbeException(
        Cause.BENCH_FAULT, "the bench could not open a socket: " + failure.getMessage(), failure);
  }
}
