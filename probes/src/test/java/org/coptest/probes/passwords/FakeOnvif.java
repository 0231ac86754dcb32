package org.coptest.probes.passwords;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.coptest.probes.testing.TcpServer;

/** An ONVIF device service for tests: one account, a clock, and ways to guard its operations. */
final class FakeOnvif implements TcpServer.Script {
  private static final Pattern ASKED = Pattern.compile("<s:Body><(\\w+) ");
  private final String user;
  private final String password;
  private Duration ahead = Duration.ZERO;
  private Set<String> open = Set.of("GetSystemDateAndTime");
  private boolean digest;
  private boolean everybody;
  private boolean soap = true;
  private int closesAfter = Integer.MAX_VALUE;

  FakeOnvif(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** Its clock is this much ahead; tokens are good for five seconds of it. */
  FakeOnvif ahead(Duration time) {
    ahead = time;
    return this;
  }

  /** Serves these operations to everybody. */
  FakeOnvif opening(String... operations) {
    open = Set.of(operations);
    return this;
  }

  /** Asks for HTTP Digest in place of tokens. */
  FakeOnvif digest() {
    digest = true;
    return this;
  }

  FakeOnvif everybody() {
    everybody = true;
    return this;
  }

  /** Is a web server without ONVIF. */
  FakeOnvif withoutSoap() {
    soap = false;
    return this;
  }

  FakeOnvif closesAfter(int turns) {
    closesAfter = turns;
    return this;
  }

  @Override
  public void play(Socket socket, int turn) throws IOException {
    if (turn > closesAfter) {
      return;
    }
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = socket.getInputStream().read();
      if (c < 0) {
        return;
      }
      head.append((char) c);
    }
    var lower = head.toString().toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length:");
    int length = at < 0 ? 0 : Integer.parseInt(lower.substring(at + 15).split("\r\n")[0].strip());
    var body = new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    var answer = answer(head.toString(), body);
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
  }

  private String answer(String head, String body) {
    var asked = ASKED.matcher(body);
    if (!soap || !head.startsWith("POST /onvif/device_service ") || !asked.find()) {
      return page("404 Not Found", "text/html", "<html><body>Envelope? no</body></html>");
    }
    var operation = asked.group(1);
    if (open.contains(operation) || (digest ? digestRight(head) : tokenRight(body))) {
      return page("200 OK", "application/soap+xml", envelope(served(operation)));
    }
    var fault =
        "<e:Fault><e:Code><e:Value>e:Sender</e:Value><e:Subcode>"
            + "<e:Value>ter:NotAuthorized</e:Value></e:Subcode></e:Code></e:Fault>";
    return digest
        ? page(
            "401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"cam\", nonce=\"n1\"",
            "text/html",
            "no")
        : page("400 Bad Request", "application/soap+xml", envelope(fault));
  }

  private String served(String operation) {
    if (!operation.equals("GetSystemDateAndTime")) {
      return "<t:%sResponse><t:X>1</t:X></t:%sResponse>".formatted(operation, operation);
    }
    var now = Instant.now().plus(ahead).atOffset(ZoneOffset.UTC);
    return ("<t:GetSystemDateAndTimeResponse><t:SystemDateAndTime><tt:UTCDateTime><tt:Time>"
            + "<tt:Hour>%d</tt:Hour><tt:Minute>%d</tt:Minute><tt:Second>%d</tt:Second></tt:Time>"
            + "<tt:Date><tt:Year>%d</tt:Year><tt:Month>%d</tt:Month><tt:Day>%d</tt:Day></tt:Date>"
            + "</tt:UTCDateTime></t:SystemDateAndTime></t:GetSystemDateAndTimeResponse>")
        .formatted(
            now.getHour(),
            now.getMinute(),
            now.getSecond(),
            now.getYear(),
            now.getMonthValue(),
            now.getDayOfMonth());
  }

  private boolean tokenRight(String body) {
    if (!body.contains("UsernameToken")) {
      return false;
    } else if (everybody) {
      return true;
    }
    var created = between(body, "<wsu:Created>");
    var skew = Duration.between(Instant.now().plus(ahead), Instant.parse(created)).abs();
    var nonce = Base64.getDecoder().decode(between(body, "Base64Binary\">"));
    var hashed =
        Base64.getEncoder()
            .encodeToString(
                hash("SHA-1", nonce, created.getBytes(StandardCharsets.UTF_8), bytes(password)));
    return skew.compareTo(Duration.ofSeconds(5)) < 0
        && user.equals(between(body, "<wsse:Username>"))
        && hashed.equals(between(body, "PasswordDigest\">"));
  }

  private boolean digestRight(String head) {
    var secret = md5(user + ":cam:" + password);
    var right = md5(secret + ":n1:" + md5("POST:/onvif/device_service"));
    return head.contains("username=\"" + user + "\"") && head.contains(right);
  }

  private static String between(String body, String start) {
    int from = body.indexOf(start) + start.length();
    return body.substring(from, body.indexOf('<', from));
  }

  private static String md5(String text) {
    return HexFormat.of().formatHex(hash("MD5", bytes(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hash(String name, byte[]... parts) {
    try {
      var hash = MessageDigest.getInstance(name);
      for (var part : parts) {
        hash.update(part);
      }
      return hash.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String envelope(String content) {
    return "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\""
        + " xmlns:t=\"urn:t\" xmlns:tt=\"urn:tt\" xmlns:ter=\"urn:ter\"><e:Body>"
        + content
        + "</e:Body></e:Envelope>";
  }

  private static String page(String status, String type, String body) {
    return "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, type, body.length(), body);
  }
}
