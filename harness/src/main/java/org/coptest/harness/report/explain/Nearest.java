package org.coptest.harness.report.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coptest.harness.yaml.Spelling;

/**
 * The ids that were perhaps meant: those that begin or contain what was typed, then by spelling.
 */
final class Nearest {
  private static final int SHOWN = 5;
  private static final int TYPED = 200;

  private Nearest() {}

  static List<String> of(String asked, List<String> known) {
    var typed =
        asked
            .strip()
            .substring(0, Math.min(TYPED, asked.strip().length()))
            .toLowerCase(Locale.ROOT);
    if (typed.isEmpty()) {
      return known.stream().limit(SHOWN).toList();
    }
    var alike = known.stream().filter(id -> id.toLowerCase(Locale.ROOT).contains(typed));
    var spelled = Spelling.nearest(typed, known).stream();
    var beginning =
        known.stream()
            .filter(id -> common(id.toLowerCase(Locale.ROOT), typed) >= 3)
            .sorted(Comparator.comparingInt(id -> -common(id.toLowerCase(Locale.ROOT), typed)));
    return Stream.of(spelled, alike, beginning)
        .flatMap(ids -> ids)
        .distinct()
        .limit(SHOWN)
        .toList();
  }

  private static int common(String a, String b) {
    int length = 0;
    while (length < a.length() && length < b.length() && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }
}
