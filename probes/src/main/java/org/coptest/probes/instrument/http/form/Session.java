package org.coptest.probes.instrument.http.form;

import java.util.ArrayList;
import java.util.List;
import org.coptest.probes.instrument.http.HttpReply;
import org.coptest.probes.instrument.http.WebClient;
import org.coptest.probes.instrument.http.WebRequest;
import org.coptest.spi.ProbeException;

/** One visitor: cookies and a token of its own, shared with nobody. */
final class Session {
  private static final int MOST_REDIRECTS = 3;
  private final WebClient web;
  private final Cookies cookies = new Cookies();
  private String token = "";

  /** Where the visitor came to. */
  record Visit(String path, HttpReply reply) {}

  Session(WebClient web) {
    this.web = web;
  }

  WebClient web() {
    return web;
  }

  Cookies cookies() {
    return cookies;
  }

  /** Shows this token from now on. */
  void token(String value) {
    token = value;
  }

  /** Whether there is anything by which the device could know this visitor. */
  boolean carries() {
    return !token.isEmpty() || !cookies.isEmpty();
  }

  /** What the device gave this visitor. */
  List<String> given() {
    var given = new ArrayList<>(cookies.values());
    given.add(token);
    return given;
  }

  HttpReply get(String path) throws ProbeException, InterruptedException {
    return send(WebRequest.get(path));
  }

  HttpReply send(WebRequest request) throws ProbeException, InterruptedException {
    var secrets = new ArrayList<>(request.secrets());
    given().stream().filter(value -> value.length() >= 8).forEach(secrets::add);
    var reply =
        web.send(
            request
                .with("Cookie", cookies.header())
                .with("Authorization", token.isEmpty() ? "" : "Bearer " + token)
                .hiding(secrets));
    cookies.take(reply.setCookies());
    return reply;
  }

  /** The page, after redirects within this port. */
  Visit visit(String path) throws ProbeException, InterruptedException {
    return follow(new Visit(path, get(path)));
  }

  /** Goes where an answer sends, within this port and not endlessly. */
  Visit follow(Visit start) throws ProbeException, InterruptedException {
    var visit = start;
    for (int hop = 0; hop < MOST_REDIRECTS && visit.reply().redirects(); hop++) {
      var next = web.local(visit.path(), visit.reply().location());
      if (next.isEmpty()) {
        break;
      }
      visit = new Visit(next.get(), get(next.get()));
    }
    return visit;
  }
}
