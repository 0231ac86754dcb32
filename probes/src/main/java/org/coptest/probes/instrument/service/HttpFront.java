package org.coptest.probes.instrument.service;

import java.util.List;

/**
 * How a web server answered {@code GET /}.
 *
 * @param status 100 to 599; 0 when it was not asked or is no web server
 * @param schemes authentication schemes it asks for, lower case, such as {@code basic}
 * @param realm realm of the first challenge, quoted; empty when there is none
 * @param location where it sends the client, quoted; empty when nowhere
 * @param server its Server header, quoted; empty when there is none
 */
public record HttpFront(
    int status, List<String> schemes, String realm, String location, String server) {

  /** No web server. */
  public static HttpFront none() {
    return new HttpFront(0, List.of(), "", "", "");
  }
}
