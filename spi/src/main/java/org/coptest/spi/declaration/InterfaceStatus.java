package org.coptest.spi.declaration;

/** Declared state of an interface. */
public enum InterfaceStatus {
  ENABLED,
  DISABLED
}
