package org.coptest.harness.target.net;

import java.util.HashMap;
import java.util.Map;
import org.coptest.spi.net.Dut;

/** How many logins are left for measuring how guessing is met, surface by surface. */
final class Guesses {
  private final Map<String, Integer> taken = new HashMap<>();

  /** Takes one; false when there is none left. */
  synchronized boolean take(String surface) {
    return taken.merge(surface, 1, Integer::sum) <= Dut.MOST_GUESSES;
  }
}
