package org.coptest.emulators.web;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import org.coptest.emulators.device.Conversation;

/**
 * The part of an RTSP server (RFC 2326) that comes before any media.
 *
 * @param login what the guarded methods ask for
 * @param software its {@code Server} header
 * @param guarded methods that need the login
 */
public record RtspServer(LoginCheck login, String software, Set<String> guarded)
    implements Conversation {

  private static final int MAX_REQUESTS = 50;
  private static final String SESSION_DESCRIPTION =
      "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=live\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\n"
          + "a=rtpmap:96 H264/90000\r\na=control:track1\r\n";

  /** A server that asks for the login from DESCRIBE on. */
  public RtspServer(LoginCheck login, String software) {
    this(login, software, Set.of("DESCRIBE", "SETUP", "PLAY", "TEARDOWN"));
  }

  /** The same with the login at these methods only. */
  public RtspServer guarding(String... methods) {
    return new RtspServer(login, software, Set.of(methods));
  }

  @Override
  public void hold(Socket peer) throws IOException {
    var reader = new TextReader(peer.getInputStream());
    try {
      for (var count = 0; count < MAX_REQUESTS; count++) {
        var request = reader.next();
        send(peer, request.header("cseq").orElse("0"), answer(request));
      }
    } catch (MalformedRequestException e) {
      send(peer, "0", TextAnswer.of(400, "Bad Request", ""));
    } catch (EOFException e) {
      // The peer has no more requests.
    }
  }

  private TextAnswer answer(TextRequest request) {
    return switch (request.method()) {
      case "OPTIONS" ->
          TextAnswer.of(200, "OK", "").with("Public", "OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN");
      case "DESCRIBE" -> guarded(request, description());
      case "SETUP" -> guarded(request, setUp(request));
      case "TEARDOWN" -> guarded(request, TextAnswer.of(200, "OK", ""));
      case "PLAY" -> guarded(request, TextAnswer.of(454, "Session Not Found", ""));
      default -> TextAnswer.of(400, "Bad Request", "");
    };
  }

  private static TextAnswer description() {
    return TextAnswer.of(200, "OK", SESSION_DESCRIPTION).with("Content-Type", "application/sdp");
  }

  /** Inside the connection only, and nothing is ever sent there. */
  private static TextAnswer setUp(TextRequest request) {
    var transport = request.header("transport").orElse("");
    return transport.contains("/TCP")
        ? TextAnswer.of(200, "OK", "").with("Session", "1").with("Transport", transport)
        : TextAnswer.of(461, "Unsupported Transport", "");
  }

  private TextAnswer guarded(TextRequest request, TextAnswer answer) {
    return !guarded.contains(request.method())
        ? answer
        : Pages.behind(login, Pages.always(answer))
            .answer(request.method(), request.path(), request.header("authorization").orElse(""));
  }

  private void send(Socket peer, String sequence, TextAnswer answer) throws IOException {
    var full =
        TextAnswer.of(answer.status(), answer.reason(), answer.body())
            .with("CSeq", sequence)
            .with("Server", software);
    for (var header : answer.headers().entrySet()) {
      full = full.with(header.getKey(), header.getValue());
    }
    peer.getOutputStream().write(full.encode("RTSP/1.0", true));
  }
}
