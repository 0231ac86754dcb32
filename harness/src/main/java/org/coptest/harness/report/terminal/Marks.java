package org.coptest.harness.report.terminal;

/**
 * The signs a terminal can show.
 *
 * @param pass before a number of passes
 * @param fail before a number of failures
 * @param open before what is undecided
 * @param waiting before what awaits a person
 * @param dot between parts of a line
 * @param full a filled part of a bar
 * @param empty an unfilled part of a bar
 */
record Marks(
    String pass, String fail, String open, String waiting, String dot, String full, String empty) {

  /** For UTF-8 locales. */
  static Marks unicode() {
    return new Marks("✔", "✘", "?", "◷", "·", "█", "░");
  }

  /** For all others. */
  static Marks ascii() {
    return new Marks("PASS", "FAIL", "?", "wait", "-", "#", ".");
  }

  /** Columns that a mark and a number take, for the four marks before a number. */
  int room() {
    return pass.length() + fail.length() + open.length() + waiting.length() + 4 * 4;
  }
}
