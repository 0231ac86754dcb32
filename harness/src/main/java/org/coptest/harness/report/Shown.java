package org.coptest.harness.report;

import java.util.regex.Pattern;
import org.coptest.spi.Untrusted;

/**
 * Text of the record as reports show it: quoted for every sink, once. What a rule has quoted before
 * stays readable, because an escape that is already there is harmless and is not escaped again.
 */
public final class Shown {
  /** Longest sentence shown in a line, in characters. */
  public static final int SENTENCE = 600;

  /** Longest text shown at all; evidence files hold the rest. */
  public static final int DETAIL = 4_000;

  private static final Pattern QUOTED =
      Pattern.compile("\\\\x[0-9a-f]{2}|\\\\u\\{[0-9a-f]{1,6}}|…\\(\\+\\d{1,10} bytes\\)");

  // A build server takes these for commands wherever a line begins with or holds them.
  private static final Pattern COMMAND =
      Pattern.compile("(?<!\\S):(?=:[A-Za-z-]*[g-zG-Z-])|#(?=#\\[)");

  // What Untrusted.quote or COMMAND may change; a text without it, in ASCII, is shown as it is.
  private static final String SPECIAL = "<>&\"'`\\:#";

  private Shown() {}

  /** A sentence of the record. */
  public static String sentence(String text) {
    return text(text, SENTENCE);
  }

  /** A longer text of the record. */
  public static String detail(String text) {
    return text(text, DETAIL);
  }

  /** Only printable ASCII without active characters; cut after {@code max} characters. */
  public static String text(String text, int max) {
    int length = text.codePointCount(0, text.length());
    if (length <= max) {
      return quoted(text);
    }
    var head = text.substring(0, text.offsetByCodePoints(0, max));
    return "%s…(+%d bytes)".formatted(quoted(head), length - max);
  }

  private static String quoted(String text) {
    return isPlain(text) ? text : escaped(text);
  }

  // Nearly all texts are plain, and a campaign shows millions of them.
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f && SPECIAL.indexOf(c) < 0);
  }

  private static String escaped(String text) {
    var shown = new StringBuilder(text.length());
    var escapes = QUOTED.matcher(text);
    int from = 0;
    while (escapes.find()) {
      append(shown, text.substring(from, escapes.start()));
      shown.append(escapes.group());
      from = escapes.end();
    }
    append(shown, text.substring(from));
    return shown.toString();
  }

  private static void append(StringBuilder shown, String part) {
    var quoted = Untrusted.quote(part, Integer.MAX_VALUE);
    shown.append(
        COMMAND
            .matcher(quoted)
            .replaceAll(found -> found.group().equals(":") ? "\\\\x3a" : "\\\\x23"));
  }
}
