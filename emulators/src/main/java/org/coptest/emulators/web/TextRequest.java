package org.coptest.emulators.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request of HTTP/1.1 or RTSP, which share their form.
 *
 * @param method such as GET
 * @param target path or URL as sent
 * @param version such as HTTP/1.1
 * @param headers by lower-case name; the last of several counts
 */
record TextRequest(String method, String target, String version, Map<String, String> headers) {

  /** The value of this header. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The path without its query. */
  String path() {
    return target.split("\\?", 2)[0];
  }

  /** Whether the peer wants the connection to stay. */
  boolean persistent() {
    return version.equals("HTTP/1.1")
        && header("connection").filter(value -> value.equalsIgnoreCase("close")).isEmpty();
  }
}
