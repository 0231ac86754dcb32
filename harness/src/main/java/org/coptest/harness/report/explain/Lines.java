package org.coptest.harness.report.explain;

import java.util.Locale;

/** Text that grows by lines. */
final class Lines {
  private final StringBuilder text = new StringBuilder();

  Lines add(String line) {
    text.append(line).append('\n');
    return this;
  }

  Lines add(String format, Object... values) {
    return add(String.format(Locale.ROOT, format, values));
  }

  Lines gap() {
    text.append('\n');
    return this;
  }

  String text() {
    return text.toString().stripTrailing();
  }
}
