package org.coptest.spi.declaration;

/** Who authenticates. */
public enum Subject {
  USER,
  MACHINE
}
