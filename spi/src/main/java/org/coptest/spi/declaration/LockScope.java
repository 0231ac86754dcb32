package org.coptest.spi.declaration;

/** What a lock-out counts by. */
public enum LockScope {
  ACCOUNT,
  SOURCE,
  DEVICE
}
