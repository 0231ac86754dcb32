package org.coptest.probes.passwords;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.coptest.probes.testing.TcpServer;

/** An RTSP server for tests: one stream at {@code /live} and ways to guard it. */
final class FakeRtsp implements TcpServer.Script {
  private static final String SDP =
      "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=x\r\na=control:*\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\n"
          + "a=control:track1\r\n";
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private final String user;
  private final String password;
  private BiPredicate<String, String> guards = (method, path) -> !method.equals("OPTIONS");
  private boolean digest;
  private boolean stale;
  private boolean everybody;
  private boolean closesAfter401;
  private boolean pathFirst;
  private int closesAfter = Integer.MAX_VALUE;

  FakeRtsp(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** Asks for a login for these methods only. */
  FakeRtsp guarding(String... methods) {
    guards = (method, path) -> java.util.List.of(methods).contains(method);
    return this;
  }

  /** Says that there is no such path before it asks for a login. */
  FakeRtsp pathFirst() {
    pathFirst = true;
    return this;
  }

  FakeRtsp digest() {
    digest = true;
    return this;
  }

  /** Takes a nonce once only after a new one was fetched. */
  FakeRtsp stale() {
    stale = true;
    return digest();
  }

  FakeRtsp everybody() {
    everybody = true;
    return this;
  }

  FakeRtsp closingAfter401() {
    closesAfter401 = true;
    return this;
  }

  FakeRtsp closesAfter(int turns) {
    closesAfter = turns;
    return this;
  }

  @Override
  public void play(Socket socket, int turn) throws IOException {
    boolean denied = false;
    while (turn <= closesAfter && !(denied && closesAfter401)) {
      var first = line(socket).split(" ", 3);
      var headers = new HashMap<String, String>();
      for (var line = line(socket); !line.isEmpty(); line = line(socket)) {
        var parts = line.split(":", 2);
        headers.put(parts[0].toLowerCase(java.util.Locale.ROOT), parts[1].strip());
      }
      var answer = answer(first[0], first[1], headers);
      denied = answer.startsWith("401");
      send(socket, answer, headers.getOrDefault("cseq", "0"));
    }
  }

  private String answer(String method, String uri, Map<String, String> headers) {
    var path = uri.replaceFirst("^rtsp://[^/]+", "");
    if (pathFirst && !path.startsWith("/live")) {
      return "404 Not Found\r\n\r\n";
    } else if (guards.test(method, path) && !admitted(method, headers.get("authorization"))) {
      return "401 Unauthorized\r\nWWW-Authenticate: " + challenge(headers) + "\r\n\r\n";
    } else if (!path.startsWith("/live")) {
      return "404 Not Found\r\n\r\n";
    }
    return switch (method) {
      case "DESCRIBE" ->
          "200 OK\r\nContent-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(SDP.length(), SDP);
      case "SETUP" ->
          headers.getOrDefault("transport", "").contains("TCP")
              ? "461 Unsupported Transport\r\n\r\n"
              : "200 OK\r\nSession: 17;timeout=60\r\n\r\n";
      default -> "200 OK\r\n\r\n";
    };
  }

  private String challenge(Map<String, String> headers) {
    if (!digest) {
      return "Basic realm=\"cam\"";
    }
    var old = stale && headers.getOrDefault("authorization", "").contains("nonce=\"n1\"");
    return "Digest realm=\"cam\", nonce=\"%s\"%s"
        .formatted(old ? "n2" : "n1", old ? ", stale=TRUE" : "");
  }

  private boolean admitted(String method, String authorization) {
    if (authorization == null) {
      return false;
    } else if (everybody) {
      return true;
    } else if (!digest) {
      var decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
      return new String(decoded, StandardCharsets.UTF_8).equals(user + ":" + password);
    }
    var given = new HashMap<String, String>();
    PARAMETER.matcher(authorization).results().forEach(m -> given.put(m.group(1), m.group(2)));
    var expected =
        md5(
            md5(given.get("username") + ":cam:" + password)
                + ":"
                + given.get("nonce")
                + ":"
                + md5(method + ":" + given.get("uri")));
    var fresh = !stale || "n2".equals(given.get("nonce"));
    return fresh && user.equals(given.get("username")) && expected.equals(given.get("response"));
  }

  private static String md5(String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(Socket socket) throws IOException {
    var line = new StringBuilder();
    for (int c = socket.getInputStream().read(); c != '\n'; c = socket.getInputStream().read()) {
      if (c < 0) {
        throw new IOException("the peer left");
      }
      line.append(c == '\r' ? "" : (char) c);
    }
    return line.toString();
  }

  private static void send(Socket socket, String answer, String sequence) throws IOException {
    var text = "RTSP/1.0 " + answer.replaceFirst("\r\n", "\r\nCSeq: " + sequence + "\r\n");
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
