package org.coptest.probes.passwords.preset;

/** Upper tails of the distributions that labels are held against. */
final class Tails {
  private static final double EXACT = 1e-14;
  private static final int TURNS = 10_000;
  private static final double[] LANCZOS = {
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
  };

  private Tails() {}

  /** Chance of this chi-square or more with so many degrees of freedom. */
  static double chiSquare(double statistic, int freedom) {
    return freedom <= 0 ? 1 : upper(freedom / 2.0, statistic / 2.0);
  }

  /** Chance of this count or more where so many are expected. */
  static double poisson(long count, double expected) {
    if (count <= 0) {
      return 1;
    }
    return expected <= 0 ? 0 : Math.clamp(lower(count, expected), 0.0, 1.0);
  }

  /** The regularised upper incomplete gamma function. */
  private static double upper(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    double tail = x < a + 1 ? 1 - series(a, x) : fraction(a, x);
    return Math.clamp(tail, 0.0, 1.0);
  }

  private static double lower(double a, double x) {
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < TURNS && Math.abs(term) > Math.abs(sum) * EXACT; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum * front(a, x);
  }

  /** Lentz's method for the continued fraction. */
  private static double fraction(double a, double x) {
    double tiny = 1e-300;
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double value = d;
    double change = 2;
    for (int n = 1; n < TURNS && Math.abs(change - 1) > EXACT; n++) {
      double step = -n * (n - a);
      b += 2;
      d = 1 / nonZero(step * d + b, tiny);
      c = nonZero(b + step / c, tiny);
      change = c * d;
      value *= change;
    }
    return value * front(a, x);
  }

  private static double nonZero(double value, double tiny) {
    return Math.abs(value) < tiny ? tiny : value;
  }

  private static double front(double a, double x) {
    return Math.exp(-x + a * Math.log(x) - logGamma(a));
  }

  private static double logGamma(double a) {
    double shifted = a - 1;
    double sum = 0.99999999999980993;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (shifted + i + 1);
    }
    double t = shifted + LANCZOS.length - 0.5;
    return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
  }
}
