package org.coptest.probes.instrument.rtsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/** Takes the first response off a stream of text; everything in it is bounded. */
final class RtspReader {
  private static final int MOST_HEAD = 64 * 1024;
  private static final int MOST_LINES = 200;
  private static final int MOST_BODY = 256 * 1024;
  private static final String BEGINNING = "RTSP/1.";
  private static final Pattern STATUS = Pattern.compile("RTSP/1\\.\\d ([1-5]\\d\\d)(?: .*)?");
  private static final Pattern HEADER = Pattern.compile("[!-9;-~]{1,64}[ \t]*:.*");

  private RtspReader() {}

  /** A response with what follows it in the stream. */
  record Parsed(RtspReply reply, String rest) {}

  /** The first response; empty while it is not whole. */
  static Optional<Parsed> first(String stream) throws ProbeException {
    var seen = stream.substring(0, Math.min(BEGINNING.length(), stream.length()));
    if (!BEGINNING.startsWith(seen)) {
      return strange();
    }
    int end = end(stream);
    if (end < 0) {
      bound(stream.length(), MOST_HEAD, "64 KiB of headers");
      return Optional.empty();
    }
    bound(end, MOST_HEAD, "64 KiB of headers");
    var lines = List.of(stream.substring(0, end).stripTrailing().split("\r?\n", MOST_LINES + 1));
    var status = STATUS.matcher(lines.getFirst());
    if (!status.matches() || lines.size() > MOST_LINES) {
      return strange();
    }
    var reply =
        new RtspReply(RtspReply.Kind.REPLY, Integer.parseInt(status.group(1)), headers(lines), "");
    return whole(reply, stream.substring(end));
  }

  private static Optional<Parsed> whole(RtspReply head, String after) throws ProbeException {
    var announced = head.first("content-length").orElse("0");
    if (!announced.matches("\\d{1,10}")) {
      return strange();
    }
    long length = Long.parseLong(announced);
    bound(length, MOST_BODY, "256 KiB of body");
    if (after.length() < length) {
      return Optional.empty();
    }
    var body = after.substring(0, (int) length);
    var reply = new RtspReply(head.kind(), head.status(), head.headers(), body);
    return Optional.of(new Parsed(reply, after.substring((int) length)));
  }

  private static List<RtspReply.Header> headers(List<String> lines) {
    var headers = new ArrayList<RtspReply.Header>();
    for (var line : lines.subList(1, lines.size())) {
      if (HEADER.matcher(line).matches()) {
        headers.add(RtspReply.header(line));
      }
    }
    return List.copyOf(headers);
  }

  /** Behind the empty line, or -1. */
  private static int end(String stream) {
    int proper = stream.indexOf("\r\n\r\n");
    int bare = stream.indexOf("\n\n");
    if (proper < 0 || bare >= 0 && bare < proper) {
      return bare < 0 ? -1 : bare + 2;
    }
    return proper + 4;
  }

  private static void bound(long length, int most, String what) throws ProbeException {
    if (length > most) {
      throw new ProbeException(Cause.BUDGET_EXHAUSTED, "an RTSP response with over " + what);
    }
  }

  private static Optional<Parsed> strange() {
    return Optional.of(new Parsed(RtspReply.none(RtspReply.Kind.STRANGE), ""));
  }
}
