package org.coptest.harness.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that was probably meant. */
public final class Spelling {
  private static final int LONGEST = 64;
  private static final int MANY = 2_000;
  private static final int LISTED = 36;

  private Spelling() {}

  /** The nearest known word, unless it is too far to have been meant. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return Optional.empty();
    }
    int best = Integer.MAX_VALUE;
    var nearest = Optional.<String>empty();
    for (var candidate : (Iterable<String>) known.stream().limit(MANY)::iterator) {
      int tolerance = tolerance(word, candidate);
      if (Math.abs(candidate.length() - word.length()) <= tolerance) {
        int distance = distance(word, candidate);
        if (distance < best && distance <= tolerance) {
          best = distance;
          nearest = Optional.of(candidate);
        }
      }
    }
    return nearest;
  }

  /** "did you mean" with the nearest word, or else the list of known words. */
  public static Optional<String> hint(String word, Collection<String> known, String whatTheyAre) {
    return nearest(word, known)
        .map("did you mean \"%s\"?"::formatted)
        .or(() -> known.isEmpty() ? Optional.empty() : Optional.of(listed(known, whatTheyAre)));
  }

  private static String listed(Collection<String> known, String whatTheyAre) {
    var shown = String.join(", ", known.stream().limit(LISTED).toList());
    return "%s: %s%s".formatted(whatTheyAre, shown, known.size() > LISTED ? ", …" : "");
  }

  private static int tolerance(String word, String candidate) {
    int shorter = Math.min(word.length(), candidate.length());
    return Math.min(shorter - 1, Math.max(1, shorter / 3));
  }

  /**
   * Edit distance in which a swap of neighbours counts one, and so does a difference of case only.
   */
  private static int distance(String written, String known) {
    if (written.equalsIgnoreCase(known)) {
      return written.equals(known) ? 0 : 1;
    }
    int start = 0;
    int shorter = Math.min(written.length(), known.length());
    while (start < shorter && written.charAt(start) == known.charAt(start)) {
      start++;
    }
    var a = written.substring(start).toLowerCase(Locale.ROOT);
    var b = known.substring(start).toLowerCase(Locale.ROOT);
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int cheapest(int[][] rows, String a, String b, int i, int j) {
    int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
