package org.coptest.probes.passwords.preset;

/** How likely a password that was drawn at random meets one of many candidates. */
final class Chance {
  private Chance() {}

  /** {@code 1 - (1 - symbols^-length)^candidates}. */
  static double ofMatch(long candidates, PasswordShape shape) {
    return -Math.expm1(candidates * Math.log1p(-share(shape)));
  }

  /** That one of so many rules gives the passwords of all these samples. */
  static double ofCommonRule(long rules, Iterable<PasswordShape> samples) {
    double all = rules;
    for (var shape : samples) {
      all *= share(shape);
    }
    return Math.min(1, all);
  }

  private static double share(PasswordShape shape) {
    return Math.min(0.5, Math.pow(shape.symbols(), -shape.length()));
  }
}
