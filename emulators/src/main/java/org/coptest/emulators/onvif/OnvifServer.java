package org.coptest.emulators.onvif;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Conversation;

/**
 * The ONVIF device service with a few read-only operations, each request on its own connection.
 *
 * @param accounts whose tokens are taken
 * @param ahead how far its clock is ahead
 * @param open operations that are served to everybody
 */
public record OnvifServer(Accounts accounts, Duration ahead, Set<String> open)
    implements Conversation {

  private static final String PATH = "POST /onvif/device_service ";
  private static final String TIME = "GetSystemDateAndTime";
  private static final int MAX_HEAD = 8_192;
  private static final int MAX_BODY = 16 * 1_024;
  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d{1,5})\r\n");
  private static final Pattern ASKED = Pattern.compile("Body>\\s*<(?:\\w{1,10}:)?(\\w{1,40})");
  private static final Set<String> KNOWN =
      Set.of("GetDeviceInformation", "GetNetworkInterfaces", "GetUsers");

  /** A service that tells everybody the time and nothing else. */
  public static OnvifServer guarded(Accounts accounts) {
    return new OnvifServer(accounts, Duration.ZERO, Set.of(TIME));
  }

  /** The same with its clock this much ahead. */
  public OnvifServer ahead(Duration time) {
    return new OnvifServer(accounts, time, open);
  }

  /** The same that serves this operation to everybody as well. */
  public OnvifServer opening(String operation) {
    return new OnvifServer(accounts, ahead, Set.of(TIME, operation));
  }

  @Override
  public void hold(Socket peer) throws IOException {
    var in = new BufferedInputStream(peer.getInputStream());
    var head = head(in);
    var found = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
    int length = found.find() ? Math.min(MAX_BODY, Integer.parseInt(found.group(1))) : 0;
    var body = new String(in.readNBytes(length), UTF_8);
    var answer = head.startsWith(PATH) ? soap(body) : page("404 Not Found", "text/html", "none\n");
    peer.getOutputStream().write(answer.getBytes(UTF_8));
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (int next = in.read(); next >= 0 && head.length() < MAX_HEAD; next = in.read()) {
      head.append(new String(new byte[] {(byte) next}, ISO_8859_1));
      if (head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        break;
      }
    }
    return head.toString();
  }

  private String soap(String body) {
    var asked = ASKED.matcher(body);
    var operation = asked.find() ? asked.group(1) : "";
    var now = Instant.now().plus(ahead);
    if (!open.contains(operation) && !Token.in(body).admitted(accounts, now)) {
      return fault("ter:NotAuthorized");
    } else if (operation.equals(TIME)) {
      return served(operation, clock(now));
    }
    return KNOWN.contains(operation) ? served(operation, "") : fault("ter:ActionNotSupported");
  }

  private static String clock(Instant now) {
    var utc = now.atOffset(ZoneOffset.UTC);
    return ("<tds:SystemDateAndTime><tt:UTCDateTime><tt:Time><tt:Hour>%d</tt:Hour>"
            + "<tt:Minute>%d</tt:Minute><tt:Second>%d</tt:Second></tt:Time><tt:Date>"
            + "<tt:Year>%d</tt:Year><tt:Month>%d</tt:Month><tt:Day>%d</tt:Day></tt:Date>"
            + "</tt:UTCDateTime></tds:SystemDateAndTime>")
        .formatted(
            utc.getHour(),
            utc.getMinute(),
            utc.getSecond(),
            utc.getYear(),
            utc.getMonthValue(),
            utc.getDayOfMonth());
  }

  private static String served(String operation, String content) {
    return page(
        "200 OK",
        "application/soap+xml",
        envelope("<tds:%sResponse>%s</tds:%sResponse>".formatted(operation, content, operation)));
  }

  private static String fault(String code) {
    var fault =
        "<env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>%s</env:Value>"
                .formatted(code)
            + "</env:Subcode></env:Code></env:Fault>";
    return page("400 Bad Request", "application/soap+xml", envelope(fault));
  }

  private static String envelope(String content) {
    return "<?xml version='1.0'?><env:Envelope xmlns:env='http://www.w3.org/2003/05/soap-envelope'"
        + " xmlns:tds='http://www.onvif.org/ver10/device/wsdl'"
        + " xmlns:tt='http://www.onvif.org/ver10/schema'"
        + " xmlns:ter='http://www.onvif.org/ver10/error'><env:Body>"
        + content
        + "</env:Body></env:Envelope>\n";
  }

  private static String page(String status, String type, String body) {
    return "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, type, body.getBytes(UTF_8).length, body);
  }
}
