package org.coptest.probes.instrument.login;

/**
 * What is compared when two answers are called alike.
 *
 * @param typed the parts that must be equal: codes, headers, prompt class
 * @param simhash 64-bit similarity hash of the visible text without what varies
 */
public record Likeness(String typed, long simhash) {
  private static final int NEAR = 6;

  /** By the protocol's own code alone. */
  public static Likeness typed(String code) {
    return new Likeness(code, 0);
  }

  /** Whether people would call both the same answer: equal codes, at most 6 bits apart. */
  public boolean alike(Likeness other) {
    return typed.equals(other.typed) && Long.bitCount(simhash ^ other.simhash) <= NEAR;
  }
}
