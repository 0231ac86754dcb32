package org.coptest.harness.yaml;

/**
 * The part of a source line around a problem.
 *
 * @param content at most 120 characters of it
 * @param indent characters before the place
 * @param width characters the carets underline
 */
public record SourceLine(String content, int indent, int width) {
  private static final int WIDEST = 120;

  /** The part around a column, counted from 1 in code points; only that part is looked at. */
  static SourceLine around(String line, int column) {
    int length = line.codePointCount(0, line.length());
    int place = Math.min(column - 1, length);
    int from = place < WIDEST - 20 ? 0 : place - WIDEST / 2;
    int start = line.offsetByCodePoints(0, from);
    int end = line.offsetByCodePoints(start, Math.min(WIDEST, length - from));
    var points = line.substring(start, end).codePoints().map(Quoted::visible).toArray();
    return new SourceLine(
        new String(points, 0, points.length).stripTrailing(),
        place - from,
        width(points, place - from, points.length));
  }

  /** A quoted text up to its closing quote, anything else up to a blank or YAML punctuation. */
  private static int width(int[] points, int place, int limit) {
    if (place >= limit) {
      return 1;
    }
    int first = points[place];
    boolean quoted = first == '"' || first == '\'';
    for (int i = place + 1; i < limit; i++) {
      if (quoted ? points[i] == first : endsWord(points, i, limit)) {
        return i - place + (quoted ? 1 : 0);
      }
    }
    return limit - place;
  }

  private static boolean endsWord(int[] points, int i, int limit) {
    return switch (points[i]) {
      case ' ', ',', ']', '}' -> true;
      case ':' -> i + 1 == limit || points[i + 1] == ' ';
      default -> false;
    };
  }

  /** Two lines: the source with its number, and the carets. */
  String text(int number) {
    return "%5d | %s\n        %s%s"
        .formatted(number, content, " ".repeat(indent), "^".repeat(width));
  }
}
