package org.coptest.spi.declaration;

/** How far a campaign may go. */
public enum Profile {
  CI,
  LAB,
  DESTRUCTIVE
}
