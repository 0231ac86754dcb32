package org.coptest.probes.passwords.preset;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A declared alphabet such as {@code A-Za-z2-9}: single characters and ranges, in the order of
 * their code points.
 *
 * @param symbols each character once
 */
record Charset(String symbols) {
  private static final int WIDEST_RANGE = 128;
  private static final int FEWEST = 10;

  /**
   * The alphabet, unless the text is a word such as {@code hex} or {@code alphanumeric}: one has a
   * range that runs backwards, a character twice, or fewer than ten.
   */
  static Optional<Charset> parse(String text) {
    var found = new TreeSet<Character>();
    for (int i = 0; i < text.length(); i++) {
      char first = text.charAt(i);
      boolean range = i + 2 < text.length() && text.charAt(i + 1) == '-';
      char last = range ? text.charAt(i + 2) : first;
      if (last < first || last - first > WIDEST_RANGE) {
        return Optional.empty();
      }
      for (int c = first; c <= last; c++) {
        if (!found.add((char) c)) {
          return Optional.empty();
        }
      }
      i += range ? 2 : 0;
    }
    return Optional.of(
            new Charset(found.stream().map(String::valueOf).collect(Collectors.joining())))
        .filter(charset -> charset.size() >= FEWEST);
  }

  int size() {
    return symbols.length();
  }

  /** Place of a character, or -1. */
  int place(char symbol) {
    return symbols.indexOf(symbol);
  }

  boolean holds(String text) {
    return text.chars().allMatch(c -> symbols.indexOf(c) >= 0);
  }
}
