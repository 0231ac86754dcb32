package org.coptest.spi.declaration;

/** Where a password comes from. */
public enum PasswordOrigin {
  FACTORY,
  USER
}
