package org.coptest.probes.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.coptest.probes.passwords.FakeWeb.Page;
import org.coptest.probes.testing.TcpServer;

/** A web site for tests: one function from a whole request to an answer. */
record FakeSite(Site site) implements TcpServer.Script {

  /** What it serves. */
  interface Site {
    Page at(Asked asked);
  }

  /** A request; headers by lower-case name. */
  record Asked(String method, String target, Map<String, String> headers, String body) {
    String path() {
      return target.split("\\?", 2)[0];
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** A cookie that was sent, or nothing. */
    String cookie(String name) {
      return pairs(header("cookie"), "; ").getOrDefault(name, "");
    }

    /** A field of the form that was sent, or nothing. */
    String field(String name) {
      return pairs(body, "&").getOrDefault(name, "");
    }

    boolean posted() {
      return method.equals("POST");
    }

    private static Map<String, String> pairs(String text, String separator) {
      var pairs = new HashMap<String, String>();
      for (var pair : text.split(separator)) {
        var parts = pair.split("=", 2);
        pairs.put(parts[0], parts.length < 2 ? "" : decoded(parts[1]));
      }
      return pairs;
    }

    private static String decoded(String value) {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
  }

  static TcpServer serving(Site site) {
    return TcpServer.playing(new FakeSite(site));
  }

  @Override
  public void play(Socket socket, int turn) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    var line = in.readLine();
    if (line == null) {
      return;
    }
    var headers = new HashMap<String, String>();
    for (var next = in.readLine(); next != null && !next.isEmpty(); next = in.readLine()) {
      var parts = next.split(": ", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    var body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
    for (int read = 0; read < body.length; read++) {
      body[read] = (char) in.read();
    }
    var words = line.split(" ", 3);
    var page = site.at(new Asked(words[0], words[1], headers, new String(body)));
    var head =
        "HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
            .formatted(page.status(), page.body().length());
    socket.getOutputStream().write((head + page.body()).getBytes(StandardCharsets.ISO_8859_1));
  }
}
