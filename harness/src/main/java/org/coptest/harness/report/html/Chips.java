package org.coptest.harness.report.html;

import java.util.Locale;
import org.coptest.harness.report.Statement;
import org.coptest.harness.report.VerdictForm;
import org.coptest.spi.verdict.Verdict;

/** Verdicts as mark, word and colour: readable in black and white. */
final class Chips {
  private Chips() {}

  static void verdict(Html html, Verdict verdict) {
    var form = VerdictForm.of(verdict);
    html.open("span", "chip " + tone(form.tone()));
    html.text(mark(form.tone()) + " " + form.word()).close();
  }

  static void statement(Html html, Statement statement) {
    var tone = tone(statement);
    html.open("span", "chip " + tone(tone)).text(mark(tone) + " " + statement.words()).close();
  }

  static VerdictForm.Tone tone(Statement statement) {
    return switch (statement) {
      case DOES_NOT_CONFORM -> VerdictForm.Tone.BAD;
      case CONFORMS -> VerdictForm.Tone.GOOD;
      case NO_FAILURE -> VerdictForm.Tone.WAITING;
      case ONLY_RECOMMENDED, NO_VERDICT -> VerdictForm.Tone.OPEN;
    };
  }

  static String tone(VerdictForm.Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }

  static String mark(VerdictForm.Tone tone) {
    return switch (tone) {
      case GOOD -> "✔";
      case BAD -> "✘";
      case OPEN -> "?";
      case WAITING -> "◷";
      case QUIET -> "–";
    };
  }
}
