package org.coptest.probes.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.coptest.probes.testing.TcpServer;

/** A web server for tests: one function from path and Basic credentials to an answer. */
record FakeWeb(Pages pages) implements TcpServer.Script {
  static final String ASK = "401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"cam\"";

  /** What it serves. */
  interface Pages {
    /** The answer; {@code login} is user, colon, password, or empty. */
    Page at(String path, String login);
  }

  /** Status line with further headers, and a body. */
  record Page(String status, String body) {
    static Page ok(String body) {
      return new Page("200 OK", body);
    }

    static Page missing() {
      return new Page("404 Not Found", "<h1>no such page</h1>");
    }

    static Page ask() {
      return new Page(ASK, "<h1>log in first</h1>");
    }
  }

  @Override
  public void play(Socket socket, int turn) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    var request = in.readLine();
    if (request == null) {
      return;
    }
    var login = "";
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("Authorization: Basic ")) {
        var decoded = Base64.getDecoder().decode(line.substring("Authorization: Basic ".length()));
        login = new String(decoded, StandardCharsets.UTF_8);
      }
    }
    var page = pages.at(request.split(" ", 3)[1], login);
    var head =
        "HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
            .formatted(page.status(), page.body().length());
    socket.getOutputStream().write((head + page.body()).getBytes(StandardCharsets.ISO_8859_1));
  }
}
