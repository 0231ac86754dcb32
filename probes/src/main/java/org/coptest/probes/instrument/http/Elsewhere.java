package org.coptest.probes.instrument.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.coptest.spi.net.Endpoint;

/**
 * Tells redirects to the HTTPS port of the same device from others.
 *
 * @param addresses of the device
 * @param endpoint the port that redirects
 */
record Elsewhere(List<InetAddress> addresses, Endpoint endpoint) {

  /** The other port that this answer sends to, over TLS and on this device. */
  Optional<Integer> port(HttpReply reply) {
    if (!reply.redirects()) {
      return Optional.empty();
    }
    return Optional.ofNullable(HttpUrl.parse(reply.location()))
        .filter(HttpUrl::isHttps)
        .filter(url -> addresses.stream().anyMatch(address -> same(address, url.host())))
        .map(HttpUrl::port)
        .filter(port -> port != endpoint.port());
  }

  /** The other port, when all of these answers send to that one. */
  Optional<Integer> port(List<HttpReply> replies) {
    var ports = replies.stream().map(this::port).distinct().toList();
    return ports.size() == 1 ? ports.getFirst() : Optional.empty();
  }

  private static boolean same(InetAddress address, String host) {
    return host.equals(address.getHostAddress().split("%", 2)[0])
        || HttpUrl.parse("http://[" + address.getHostAddress().split("%", 2)[0] + "]/")
                instanceof HttpUrl url
            && url.host().equals(host);
  }
}
