package org.coptest.probes.instrument.ftp;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One reply on an FTP control connection, or why there is none (RFC 959, section 4.2).
 *
 * @param kind what came
 * @param code 100 to 599; 0 when no reply came
 * @param text all of its lines
 */
record FtpReply(Kind kind, int code, String text) {
  private static final Pattern FIRST = Pattern.compile("[1-5][0-9]{2}(?:[ -].*)?");
  private static final Pattern TLS =
      Pattern.compile("\\b(tls|ssl|ftps)\\b|encrypt|\\b(use|issue|send|require[sd]?) auth\\b");
  private static final Pattern LOCKED =
      Pattern.compile(
          "\\b(?:lock|block|blacklist)ed\\b|\\bbanned\\b|too many (?:failed|login|wrong)");
  private static final Pattern LATER =
      Pattern.compile("too many|\\blater\\b|temporar|maximum|unavailable");

  /** What came back. */
  enum Kind {
    /** A whole reply. */
    REPLY,
    /** Nothing, or not all of it, within the patience. */
    SILENT,
    /** The connection ended. */
    ENDED,
    /** Something that is no FTP. */
    STRANGE
  }

  /** A reply with what follows it in the stream. */
  record Parsed(FtpReply reply, String rest) {}

  static FtpReply none(Kind kind) {
    return new FtpReply(kind, 0, "");
  }

  /** The first reply of this text; empty while it is not whole. */
  static Optional<Parsed> first(String stream) {
    int end = stream.indexOf('\n');
    if (end < 0) {
      return Optional.empty();
    }
    var line = stream.substring(0, end).stripTrailing();
    if (!FIRST.matcher(line).matches()) {
      return Optional.of(new Parsed(none(Kind.STRANGE), ""));
    }
    var code = line.substring(0, 3);
    for (int from = 0; line.startsWith("-", 3) || !line.startsWith(code); ) {
      from = end + 1;
      end = stream.indexOf('\n', from);
      if (end < 0) {
        return Optional.empty();
      }
      line = last(stream.substring(from, end).stripTrailing(), code);
    }
    var reply = new FtpReply(Kind.REPLY, Integer.parseInt(code), stream.substring(0, end));
    return Optional.of(new Parsed(reply, stream.substring(end + 1)));
  }

  /** Only the code followed by a blank ends a reply of several lines. */
  private static String last(String line, String code) {
    return line.equals(code) || line.startsWith(code + " ") ? line : "";
  }

  boolean is(int wanted) {
    return code == wanted;
  }

  /** Whether a password is asked for; 332 asks for it together with an account. */
  boolean asksForPassword() {
    return code == 331 || code == 332;
  }

  /** Whether it refuses because nothing is encrypted yet; read after "no" only, never as a yes. */
  boolean demandsTls() {
    return code >= 400 && TLS.matcher(lower()).find();
  }

  /** Whether its words say that the account or the source is shut out. */
  boolean locked() {
    return code >= 400 && LOCKED.matcher(lower()).find();
  }

  /** Whether it says that no login is considered for now. */
  boolean later() {
    return code == 421 || code >= 400 && LATER.matcher(lower()).find();
  }

  /** For people. */
  String shown() {
    return switch (kind) {
      case REPLY -> "reply %d".formatted(code);
      case SILENT -> "no reply came";
      case ENDED -> "the connection ended";
      case STRANGE -> "what came back is no FTP";
    };
  }

  private String lower() {
    return text.substring(0, Math.min(text.length(), 2048)).toLowerCase(Locale.ROOT);
  }
}
