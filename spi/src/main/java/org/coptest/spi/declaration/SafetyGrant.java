package org.coptest.spi.declaration;

/** A safety class that a person can authorise. */
public enum SafetyGrant {
  INTRUSIVE,
  DISRUPTIVE
}
