package org.coptest.harness.yaml;

import org.coptest.spi.declaration.Origin;

/** A file is refused as a whole; what follows in it is not looked at. */
final class YamlRefused extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // never serialised, only thrown
  private final Origin at;

  private final String hint;

  YamlRefused(Origin at, String message, String hint) {
    super(message);
    this.at = at;
    this.hint = hint;
  }

  void addTo(Problems problems) {
    problems.add(at, String.valueOf(getMessage()), hint);
  }
}
