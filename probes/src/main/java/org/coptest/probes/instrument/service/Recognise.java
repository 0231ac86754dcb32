package org.coptest.probes.instrument.service;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coptest.spi.Untrusted;

/** Typed parses of first answers; each looks at no more than the bytes given. */
final class Recognise {
  private static final int IAC = 0xff;
  private static final int MAX_LINES = 200;

  private Recognise() {}

  private static String latin(byte[] bytes, int max) {
    return new String(bytes, 0, Math.min(max, bytes.length), StandardCharsets.ISO_8859_1);
  }

  /** An identification string within the first 32 lines (RFC 4253 4.2). */
  static boolean sshIdentification(byte[] bytes) {
    return latin(bytes, 8_192)
        .lines()
        .limit(33)
        .anyMatch(line -> line.startsWith("SSH-2.0-") || line.startsWith("SSH-1.99-"));
  }

  /** A binary packet with KEXINIT behind the identification (RFC 4253 6, 7.1). */
  static boolean sshKeyExchange(byte[] bytes) {
    int at = 0;
    for (int lines = 0; lines <= 32 && at < bytes.length; lines++) {
      boolean identification = latin(tail(bytes, at), 4).equals("SSH-");
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      at = end + 1;
      if (identification) {
        return isKexInit(tail(bytes, at));
      }
    }
    return false;
  }

  private static byte[] tail(byte[] bytes, int from) {
    return java.util.Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
  }

  private static boolean isKexInit(byte[] packet) {
    if (packet.length < 6) {
      return false;
    }
    int length =
        (packet[0] & 0xff) << 24
            | (packet[1] & 0xff) << 16
            | (packet[2] & 0xff) << 8
            | packet[3] & 0xff;
    return length >= 12 && length <= 1 << 18 && (packet[4] & 0xff) < length && packet[5] == 20;
  }

  /** Begins with an option negotiation (RFC 854). */
  static boolean telnetNegotiation(byte[] bytes) {
    if (bytes.length < 3 || (bytes[0] & 0xff) != IAC) {
      return false;
    }
    int verb = bytes[1] & 0xff;
    int option = bytes[2] & 0xff;
    return verb >= 0xfb && verb <= 0xfe && (option <= 49 || option == IAC)
        || verb == 0xfa && option <= 49;
  }

  /** Ends with a question for a name or password. */
  static boolean loginPrompt(byte[] bytes) {
    var text = latin(bytes, 16_384).stripTrailing().toLowerCase(Locale.ROOT);
    var last = text.substring(text.lastIndexOf('\n') + 1);
    return last.length() <= 120
        && (last.endsWith(":") || last.endsWith(":\u0000"))
        && (last.contains("login") || last.contains("user") || last.contains("password"));
  }

  /** A reply line with this code (RFC 959 4.2, RFC 5321 4.2). */
  static boolean reply(byte[] bytes, int... codes) {
    var text = latin(bytes, 4);
    for (int code : codes) {
      if (text.startsWith(code + " ") || text.startsWith(code + "-")) {
        return latin(bytes, 4_096).indexOf('\n') > 0;
      }
    }
    return false;
  }

  static boolean rtsp(byte[] bytes) {
    return statusLine(latin(bytes, 64), "RTSP/1.0");
  }

  /** CONNACK of MQTT 3.1.1 or 5 (MQTT 3.1.1 3.2, 5.0 3.2). */
  static boolean connack(byte[] bytes) {
    if (bytes.length < 4 || bytes[0] != 0x20 || (bytes[2] & 0xfe) != 0) {
      return false;
    }
    int code = bytes[3] & 0xff;
    return bytes[1] == 2 && bytes.length == 4 && code <= 5
        || bytes[1] >= 3 && bytes.length >= 2 + bytes[1] && (code == 0 || code >= 0x80);
  }

  private static boolean statusLine(String text, String version) {
    return text.startsWith(version + " ")
        && text.length() >= version.length() + 4
        && text.substring(version.length() + 1, version.length() + 4).matches("[1-5][0-9][0-9]");
  }

  /** Status line and headers of a web server (RFC 9112 4). */
  static Optional<HttpFront> http(byte[] bytes) {
    var text = latin(bytes, 16_384);
    if (!statusLine(text, "HTTP/1.1") && !statusLine(text, "HTTP/1.0")) {
      return Optional.empty();
    }
    var headers = text.lines().skip(1).takeWhile(l -> !l.isBlank()).limit(MAX_LINES).toList();
    var challenges = values(headers, "www-authenticate");
    return Optional.of(
        new HttpFront(
            Integer.parseInt(text.substring(9, 12)),
            schemes(challenges),
            challenges.stream().flatMap(c -> realm(c).stream()).findFirst().orElse(""),
            first(headers, "location"),
            first(headers, "server")));
  }

  private static List<String> values(List<String> headers, String name) {
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  private static String first(List<String> headers, String name) {
    return values(headers, name).stream()
        .findFirst()
        .map(value -> Untrusted.quote(value, 160))
        .orElse("");
  }

  /** Names of the schemes; parameters and quoted text are not taken for schemes (RFC 9110 11.6). */
  private static List<String> schemes(List<String> challenges) {
    var names = new LinkedHashSet<String>();
    for (var challenge : challenges) {
      for (var part : withoutQuoted(challenge).split(",")) {
        var words = part.strip().split("\\s+", 2);
        if (words[0].matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,40}")) {
          names.add(words[0].toLowerCase(Locale.ROOT));
        }
      }
    }
    return List.copyOf(names);
  }

  private static String withoutQuoted(String text) {
    var pieces = new ArrayList<>(List.of(text.split("\"", -1)));
    var kept = new StringBuilder();
    for (int i = 0; i < pieces.size(); i += 2) {
      kept.append(pieces.get(i));
    }
    return kept.toString();
  }

  private static Optional<String> realm(String challenge) {
    int at = challenge.toLowerCase(Locale.ROOT).indexOf("realm=\"");
    if (at < 0) {
      return Optional.empty();
    }
    int from = at + 7;
    int end = challenge.indexOf('"', from);
    return end < 0
        ? Optional.empty()
        : Optional.of(Untrusted.quote(challenge.substring(from, end), 80));
  }
}
