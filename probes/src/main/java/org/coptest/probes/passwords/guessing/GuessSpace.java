package org.coptest.probes.passwords.guessing;

import java.util.HashSet;
import java.util.Optional;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;

/** How many passwords there are to guess among, by the declaration; as a power of ten. */
public final class GuessSpace {
  /** What people choose: a million passwords are enough to find most. */
  public static final double CHOSEN_BY_PEOPLE = 6;

  private GuessSpace() {}

  /**
   * Of these passwords; empty where too little is declared, or where they follow from something.
   */
  public static Optional<Double> log10(PasswordFacts facts) {
    if (facts.origin().filter(origin -> origin == PasswordOrigin.USER).isPresent()) {
      return Optional.of(CHOSEN_BY_PEOPLE);
    } else if (facts.derivedFrom().filter(values -> !values.isEmpty()).isPresent()) {
      return Optional.empty();
    }
    return facts
        .length()
        .flatMap(length -> facts.charset().map(set -> length * Math.log10(characters(set))))
        .filter(size -> size > 0);
  }

  /** How many different characters {@code A-Za-z2-9} stands for. */
  static int characters(String charset) {
    var all = new HashSet<Integer>();
    var points = charset.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (i + 2 < points.length && points[i + 1] == '-' && points[i] <= points[i + 2]) {
        for (int c = points[i]; c <= points[i + 2] && all.size() < 0x10000; c++) {
          all.add(c);
        }
        i += 2;
      } else {
        all.add(points[i]);
      }
    }
    return all.size();
  }
}
