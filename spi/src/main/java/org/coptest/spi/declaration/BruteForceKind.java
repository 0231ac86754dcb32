package org.coptest.spi.declaration;

/** How guessing is slowed or stopped. */
public enum BruteForceKind {
  DELAY,
  LIMIT,
  LOCKOUT,
  ENTROPY,
  @Key("second_factor")
  SECOND_FACTOR
}
