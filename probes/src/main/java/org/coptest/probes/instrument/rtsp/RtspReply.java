package org.coptest.probes.instrument.rtsp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coptest.probes.instrument.http.digest.Challenge;

/**
 * One response of an RTSP server, or why there is none (RFC 2326, section 7).
 *
 * @param kind what came
 * @param status 100 to 599; 0 when no response came
 * @param headers in the device's order
 * @param body as ISO 8859-1
 */
record RtspReply(Kind kind, int status, List<Header> headers, String body) {

  /** What came back. */
  enum Kind {
    /** A whole response. */
    REPLY,
    /** Nothing, or not all of it, within the patience. */
    SILENT,
    /** The connection ended. */
    ENDED,
    /** Something that is no RTSP. */
    STRANGE
  }

  /** One header; its name in lower case. */
  record Header(String name, String value) {}

  static RtspReply none(Kind kind) {
    return new RtspReply(kind, 0, List.of(), "");
  }

  boolean is(int wanted) {
    return status == wanted;
  }

  List<String> all(String name) {
    return headers.stream()
        .filter(header -> header.name().equals(name))
        .map(Header::value)
        .toList();
  }

  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** What it asks for, when it denies something. */
  List<Challenge> challenges() {
    return is(401) ? Challenge.parse(all("www-authenticate")) : List.of();
  }

  /** Whether it describes a stream (RFC 8866): the media type alone is no description. */
  boolean describes() {
    return is(200) && body.stripLeading().startsWith("v=0") && body.contains("\nm=");
  }

  /** Whether the server says that it cannot at the moment. */
  boolean busy() {
    return status == 429 || status == 453 || status == 503;
  }

  /** For people. */
  String shown() {
    return switch (kind) {
      case REPLY -> "status %d".formatted(status);
      case SILENT -> "no response came";
      case ENDED -> "the connection ended";
      case STRANGE -> "what came back is no RTSP";
    };
  }

  /** The session that a set-up opened, without its parameters. */
  Optional<String> session() {
    return first("session").map(value -> value.split(";", 2)[0].strip());
  }

  static Header header(String line) {
    int colon = line.indexOf(':');
    return new Header(
        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
        line.substring(colon + 1).strip());
  }
}
