package org.coptest.probes.instrument.login;

/**
 * What is compared when two answers are called alike.
 *
 * @param typed the parts that must be equal: codes, headers, prompt class
 * @param simhash 64-bit similarity hash of the visible text without what varies and was submitted
 * @param raw the same with what was submitted, for values that are words of the text itself
 */
public record Likeness(String typed, long simhash, long raw) {
  private static final int NEAR = 6;

  /** By the protocol's own code alone. */
  public static Likeness typed(String code) {
    return new Likeness(code, 0, 0);
  }

  /** Whether people would call both the same answer: equal codes, at most 6 bits apart. */
  public boolean alike(Likeness other) {
    return typed.equals(other.typed) && (near(simhash, other.simhash) || near(raw, other.raw));
  }

  /** Whether it is the protocol's own code and no text. */
  public boolean codeOnly() {
    return simhash == 0 && raw == 0;
  }

  private static boolean near(long one, long other) {
    return Long.bitCount(one ^ other) <= NEAR;
  }
}
