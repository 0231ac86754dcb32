package org.coptest.harness.yaml;

import java.util.List;
import java.util.Optional;

/** The text of a file by line, for messages. */
record SourceText(List<String> lines) {

  static SourceText of(String text) {
    return new SourceText(text.lines().toList());
  }

  Optional<SourceLine> around(int line, int column) {
    return line < 1 || line > lines.size()
        ? Optional.empty()
        : Optional.of(SourceLine.around(lines.get(line - 1), column));
  }
}
