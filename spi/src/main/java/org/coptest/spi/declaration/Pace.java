package org.coptest.spi.declaration;

/** How fast a campaign may go. */
public enum Pace {
  GENTLE,
  NORMAL,
  FAST,
  UNLIMITED
}
