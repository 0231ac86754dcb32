package org.coptest.harness.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks plain text into lines at spaces; a word that is too long stays whole, to be copied. */
final class Wrapped {
  private Wrapped() {}

  static List<String> lines(String first, String indent, String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(first);
    boolean fresh = true;
    for (var word : text.strip().split(" +")) {
      if (!fresh && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
