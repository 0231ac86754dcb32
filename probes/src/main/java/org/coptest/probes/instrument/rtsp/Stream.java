package org.coptest.probes.instrument.rtsp;

import java.net.Inet6Address;
import org.coptest.spi.net.Endpoint;

/** Addresses of streams and their tracks, as requests name them. */
final class Stream {
  private static final int LONGEST = 1024;

  private Stream() {}

  /** Address of this path on this port. */
  static String uri(Endpoint endpoint, boolean tls, String path) {
    var text = endpoint.address().getHostAddress().split("%", 2)[0];
    var host = endpoint.address() instanceof Inet6Address ? "[" + text + "]" : text;
    return "%s://%s:%d%s".formatted(tls ? "rtsps" : "rtsp", host, endpoint.port(), path);
  }

  /** Address of the first track of a description (RFC 2326, appendix C.1.1). */
  static String track(RtspReply description, String asked) {
    var base =
        description
            .first("content-base")
            .or(() -> description.first("content-location"))
            .filter(Stream::usable)
            .orElse(asked);
    int media = description.body().indexOf("\nm=");
    var control =
        description
            .body()
            .substring(Math.max(media, 0))
            .lines()
            .filter(line -> line.startsWith("a=control:"))
            .map(line -> line.substring("a=control:".length()).strip())
            .filter(Stream::usable)
            .findFirst()
            .orElse("*");
    if (control.equals("*")) {
      return base;
    }
    return control.startsWith("rtsp://") || control.startsWith("rtsps://")
        ? control
        : base + (base.endsWith("/") ? "" : "/") + control;
  }

  /** Device text goes back into a request only as one word of reasonable length. */
  private static boolean usable(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }
}
