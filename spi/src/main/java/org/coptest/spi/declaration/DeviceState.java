package org.coptest.spi.declaration;

/** State the device is in while it is looked at. */
public enum DeviceState {
  FACTORY,
  SETUP,
  INITIALIZED
}
