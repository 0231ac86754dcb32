package org.coptest.emulators.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of HTTP/1.1 or RTSP.
 *
 * @param status three digits
 * @param reason the phrase after them
 * @param headers in the order they are sent
 * @param body as text
 */
public record TextAnswer(int status, String reason, Map<String, String> headers, String body) {

  /** An answer without headers of its own. */
  public static TextAnswer of(int status, String reason, String body) {
    return new TextAnswer(status, reason, Map.of(), body);
  }

  /** A page. */
  public static TextAnswer page(String title, String text) {
    var html = "<!doctype html><title>%s</title><h1>%s</h1><p>%s</p>\n";
    return of(200, "OK", html.formatted(title, title, text))
        .with("Content-Type", "text/html; charset=utf-8");
  }

  /** There is no such page. */
  public static TextAnswer notFound() {
    return of(404, "Not Found", "not found\n");
  }

  /** With this header as well. */
  public TextAnswer with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new TextAnswer(status, reason, more, body);
  }

  /** The bytes on the wire; the answer to HEAD keeps the length and drops the body. */
  byte[] encode(String version, boolean withBody) {
    var content = body.getBytes(UTF_8);
    var head = new StringBuilder(version + " " + status + " " + reason + "\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
    var out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(UTF_8));
    out.writeBytes(withBody ? content : new byte[0]);
    return out.toByteArray();
  }
}
