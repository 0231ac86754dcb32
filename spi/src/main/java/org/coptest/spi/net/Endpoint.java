package org.coptest.spi.net;

import java.net.InetAddress;

/**
 * One port of the device.
 *
 * @param address one of the declared addresses
 * @param transport TCP or UDP
 * @param port 1 to 65535
 */
public record Endpoint(InetAddress address, Transport transport, int port) {

  /** A TCP endpoint. */
  public static Endpoint tcp(InetAddress address, int port) {
    return new Endpoint(address, Transport.TCP, port);
  }

  /** Address and port as people write them; IPv6 in brackets. */
  public String text() {
    var host = address.getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
