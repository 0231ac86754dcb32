package org.coptest.probes.instrument.telnet;

/**
 * What a console showed since we last wrote to it.
 *
 * @param text as people see it
 * @param ended whether the device closed or reset the connection
 */
record Screen(String text, boolean ended) {

  /** What the last line asks for. */
  Prompt prompt() {
    return ended ? Prompt.NONE : Prompt.of(text);
  }

  /** The unfinished last line. */
  String line() {
    return ended ? "" : Prompt.line(text);
  }

  /** Whether nothing can be read, asterisks and the echo of what was sent aside. */
  boolean blank(String sent) {
    var rest = sent.isEmpty() ? text : text.replace(sent, "");
    return rest.chars().allMatch(c -> c == '*' || Character.isWhitespace(c) || c < ' ');
  }
}
