package org.coptest.harness.plan;

import org.coptest.spi.declaration.Target;

/** Tells whether a device is emulated, on loopback or in a test namespace. */
@FunctionalInterface
public interface Locality {

  /** Whether this device can hurt nobody but the bench. */
  boolean isLocal(Target target);
}
