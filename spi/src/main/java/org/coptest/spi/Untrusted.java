package org.coptest.spi;

import java.nio.charset.StandardCharsets;

/** Turns text that came from a device into text that no sink can be fooled by. */
public final class Untrusted {
  private static final String ACTIVE = "<>&\"'`\\";

  private Untrusted() {}

  /**
   * Printable ASCII stays except for {@code < > & " ' ` \}; all else becomes {@code \xNN} or {@code
   * \\u{…}}; cut after {@code max} characters of input with a note of how much was left out.
   */
  public static String quote(String text, int max) {
    var quoted = new StringBuilder();
    var codePoints = text.codePoints().toArray();
    for (int i = 0; i < Math.min(max, codePoints.length); i++) {
      append(quoted, codePoints[i], "\\u{%x}");
    }
    return quoted.append(rest(codePoints.length - max)).toString();
  }

  /** As {@link #quote(String, int)}, byte for byte. */
  public static String quote(byte[] bytes, int max) {
    var shown = new String(bytes, 0, Math.min(max, bytes.length), StandardCharsets.ISO_8859_1);
    var quoted = new StringBuilder();
    shown.chars().forEach(c -> append(quoted, c, "\\x%02x"));
    return quoted.append(rest(bytes.length - max)).toString();
  }

  private static void append(StringBuilder quoted, int codePoint, String beyondAscii) {
    if (codePoint >= 0x20 && codePoint < 0x7f && ACTIVE.indexOf(codePoint) < 0) {
      quoted.append((char) codePoint);
    } else if (codePoint < 0x80) {
      quoted.append("\\x%02x".formatted(codePoint));
    } else {
      quoted.append(beyondAscii.formatted(codePoint));
    }
  }

  private static String rest(int count) {
    return count > 0 ? "…(+%d bytes)".formatted(count) : "";
  }
}
