package org.coptest.harness.report.terminal;

import java.io.PrintWriter;

/**
 * Where and how is written: results on {@code out}, progress on {@code err}.
 *
 * @param colour whether {@code out} takes colours
 * @param progressColour whether {@code err} takes colours
 * @param marks the signs it can show
 * @param width in columns, 40 to 200
 * @param live whether a line of {@code err} may be written over
 */
public record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean colour,
    boolean progressColour,
    Marks marks,
    int width,
    boolean live) {

  /** Colours; a word or mark always says the same. */
  enum Ink {
    RED(31),
    GREEN(32),
    YELLOW(33),
    BLUE(36),
    DIM(2),
    BOLD(1);

    private final int code;

    Ink(int code) {
      this.code = code;
    }
  }

  /** As the surroundings allow and the user asks. */
  public static Terminal of(
      PrintWriter out, PrintWriter err, ColourChoice choice, Surroundings around) {
    var plain = around.isDumb() || around.isCi();
    return new Terminal(
        out,
        err,
        colour(choice, around, around.outIsTerminal()),
        colour(choice, around, around.errIsTerminal()),
        around.isUtf8() ? Marks.unicode() : Marks.ascii(),
        Math.clamp(around.columns().orElse(80), 40, 200),
        around.errIsTerminal() && !plain);
  }

  private static boolean colour(ColourChoice choice, Surroundings around, boolean isTerminal) {
    return switch (choice) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> isTerminal && !around.forbidsColour() && !around.isDumb() && !around.isCi();
    };
  }

  String ink(Ink ink, String text) {
    return inked(colour, ink, text);
  }

  String progressInk(Ink ink, String text) {
    return inked(progressColour, ink, text);
  }

  private static String inked(boolean colour, Ink ink, String text) {
    return colour ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
  }

  /** Prints a paragraph, wrapped at the width with the later lines indented. */
  void paragraph(String first, String indent, String text) {
    Wrapped.lines(first, indent, text, width).forEach(out::println);
  }
}
