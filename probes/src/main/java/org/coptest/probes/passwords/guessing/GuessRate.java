package org.coptest.probes.passwords.guessing;

import java.time.Duration;

/** What a measured rate of refusals means over a year. */
public final class GuessRate {
  /** A chance in a thousand that a year of guessing finds the password. */
  public static final double ACCEPTABLE = 1e-3;

  /** How much faster than one connection at a time a device may answer, for certain. */
  public static final double MARGIN = 1_000;

  private static final double MINUTES_OF_A_YEAR = 525_600;
  private static final double LOWER_TAIL = 0.025;
  private static final int STEPS = 200;

  private GuessRate() {}

  /**
   * Upper bound of the 95 % Poisson interval, per minute: χ²(0.975, 2k+2)/2 divided by the time.
   *
   * @param count events that were seen
   * @param time in which they were seen
   */
  public static double mostPerMinute(int count, Duration time) {
    var minutes = Math.max(1, time.toNanos()) / 6e10;
    return mostExpected(count) / minutes;
  }

  /** How likely a year at this rate finds one of 10^space passwords. */
  public static double chance(double perMinute, double log10Space) {
    return Math.min(1, Math.pow(10, Math.log10(perMinute * MINUTES_OF_A_YEAR) - log10Space));
  }

  /** The mean under which as few events as these have a chance of 2.5 % (bisected). */
  static double mostExpected(int count) {
    double low = count;
    double high = 2.0 * count + 20;
    for (int step = 0; step < STEPS; step++) {
      var middle = (low + high) / 2;
      if (atMost(count, middle) > LOWER_TAIL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** P(X ≤ count) for a Poisson variable of this mean. */
  private static double atMost(int count, double mean) {
    double term = Math.exp(-mean);
    double sum = term;
    for (int k = 1; k <= count; k++) {
      term *= mean / k;
      sum += term;
    }
    return sum;
  }
}
