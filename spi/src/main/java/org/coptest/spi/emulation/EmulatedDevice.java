package org.coptest.spi.emulation;

import java.io.Closeable;

/** A running emulated device. */
public interface EmulatedDevice extends Closeable {

  /** Port of a service named by its emulator. */
  int port(String service);

  /** Value of a secret named by its emulator. */
  String secret(String name);

  /** Stops all listeners; never throws. */
  @Override
  void close();
}
