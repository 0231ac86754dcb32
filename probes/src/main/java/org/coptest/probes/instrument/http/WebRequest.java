package org.coptest.probes.instrument.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request.
 *
 * @param method such as GET
 * @param path path and query
 * @param headers beside those that every request has
 * @param type media type of the body; empty for no body
 * @param body characters of ISO 8859-1, each one byte
 * @param secrets what must not stand in the transcript
 */
public record WebRequest(
    String method,
    String path,
    Map<String, String> headers,
    String type,
    String body,
    List<String> secrets) {

  /** A request for a page. */
  public static WebRequest get(String path) {
    return new WebRequest("GET", path, Map.of(), "", "", List.of());
  }

  /** A request that hands something in. */
  public static WebRequest post(String path, String type, String body, List<String> secrets) {
    return new WebRequest("POST", path, Map.of(), type, body, secrets);
  }

  /** With this header as well; an empty value leaves it out. */
  public WebRequest with(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new WebRequest(method, path, more, type, body, secrets);
  }

  /** With these secrets instead. */
  public WebRequest hiding(List<String> values) {
    return new WebRequest(method, path, headers, type, body, values);
  }
}
