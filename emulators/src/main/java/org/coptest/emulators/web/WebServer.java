package org.coptest.emulators.web;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import org.coptest.emulators.device.Conversation;

/**
 * A small HTTP/1.1 server.
 *
 * @param site what it shows
 * @param software its {@code Server} header; none when empty
 */
public record WebServer(WebSite site, Optional<String> software) implements Conversation {

  private static final int MAX_REQUESTS = 100;

  /** A server that does not say what it is. */
  public static WebServer of(Pages pages) {
    return of(WebSite.of(pages));
  }

  /** A server with a site that looks at whole requests. */
  public static WebServer of(WebSite site) {
    return new WebServer(site, Optional.empty());
  }

  /** A server of this software. */
  public WebServer(Pages pages, Optional<String> software) {
    this(WebSite.of(pages), software);
  }

  @Override
  public void hold(Socket peer) throws IOException {
    var reader = new TextReader(peer.getInputStream());
    try {
      var more = true;
      for (var count = 0; more && count < MAX_REQUESTS; count++) {
        more = answerOne(peer, reader.next());
      }
    } catch (MalformedRequestException e) {
      send(peer, TextAnswer.of(400, "Bad Request", "bad request\n"), true);
    } catch (EOFException e) {
      // The peer has no more requests.
    }
  }

  private boolean answerOne(Socket peer, TextRequest request) throws IOException {
    if (!request.version().startsWith("HTTP/1.")) {
      send(peer, TextAnswer.of(400, "Bad Request", "bad request\n"), true);
      return false;
    }
    send(peer, answer(request), !request.method().equals("HEAD"));
    return request.persistent();
  }

  private TextAnswer answer(TextRequest request) {
    return switch (request.method()) {
      case "GET", "HEAD", "POST" -> site.answer(request);
      case "OPTIONS" -> TextAnswer.of(204, "No Content", "").with("Allow", "GET, HEAD, POST");
      default -> TextAnswer.of(405, "Method Not Allowed", "").with("Allow", "GET, HEAD, POST");
    };
  }

  private void send(Socket peer, TextAnswer answer, boolean withBody) throws IOException {
    var named = software.map(name -> answer.with("Server", name)).orElse(answer);
    peer.getOutputStream().write(named.encode("HTTP/1.1", withBody));
  }
}
