package org.coptest.emulators.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
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
 * @param body each character one byte
 */
public record TextRequest(
    String method, String target, String version, Map<String, String> headers, String body) {

  /** The value of this header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The path without its query. */
  public String path() {
    return target.split("\\?", 2)[0];
  }

  /** The value of this cookie; empty when it was not sent. */
  public String cookie(String name) {
    return pairs(header("cookie").orElse(""), ";").getOrDefault(name, "");
  }

  /** The value of this field of a form that was handed in; empty when it was not sent. */
  public String field(String name) {
    return pairs(body, "&").getOrDefault(name, "");
  }

  private static Map<String, String> pairs(String text, String separator) {
    var pairs = new HashMap<String, String>();
    for (var pair : text.split(separator)) {
      var parts = pair.strip().split("=", 2);
      pairs.put(parts[0], parts.length < 2 ? "" : decoded(parts[1]));
    }
    return pairs;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** Whether the peer wants the connection to stay. */
  boolean persistent() {
    return version.equals("HTTP/1.1")
        && header("connection").filter(value -> value.equalsIgnoreCase("close")).isEmpty();
  }
}
