package org.coptest.harness.yaml;

/**
 * Pieces of a file as they are shown in a message: short, on one line, without control characters.
 */
public final class Quoted {
  private static final int LONGEST = 60;
  private static final int SENTENCE = 500;

  private Quoted() {}

  /** A piece in quotation marks, cut after 60 characters. */
  public static String of(String text) {
    return '"' + cut(text) + '"';
  }

  static String cut(String text) {
    return cut(text, LONGEST);
  }

  /** A whole message, which may have taken up pieces of the file. */
  static String sentence(String text) {
    return cut(text, SENTENCE);
  }

  private static String cut(String text, int longest) {
    var shown = text.codePoints().limit(longest).map(Quoted::visible).toArray();
    var rest = text.codePointCount(0, text.length()) - shown.length;
    return new String(shown, 0, shown.length) + (rest > 0 ? "…" : "");
  }

  /** A terminal must not obey what a file contains. */
  static int visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR ->
          codePoint == '\t' || codePoint == '\n' ? ' ' : '�';
      case Character.PARAGRAPH_SEPARATOR, Character.SURROGATE, Character.UNASSIGNED -> '�';
      default -> codePoint;
    };
  }
}
