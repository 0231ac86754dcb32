package org.coptest.harness.yaml;

import java.util.Optional;
import org.coptest.spi.declaration.Origin;

/**
 * One thing that is wrong with a configuration file.
 *
 * @param at where; line 0 stands for the file as a whole
 * @param message one sentence: found against expected
 * @param hint what to do or what was probably meant
 * @param sourceLine the line it stands on
 */
public record Problem(
    Origin at, String message, Optional<String> hint, Optional<SourceLine> sourceLine) {

  /** As compilers print it: position and message, then the line and a caret below the place. */
  public String text() {
    var place = at.line() == 0 ? at.file() : at.text();
    var first = place + ": " + message + hint.map(text -> " – " + text).orElse("");
    return first + sourceLine.map(line -> "\n" + line.text(at.line())).orElse("");
  }
}
