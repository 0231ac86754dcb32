package org.coptest.harness.target.declaration;

import org.coptest.spi.emulation.EmulatedDevice;

/** What {@code ${emulated:name}} stands for, known once the emulated device runs. */
public interface EmulatedValues {

  /** Port of a service. */
  int port(String service);

  /** Value of a secret. */
  String secret(String name);

  /** For a target that is not emulated. */
  static EmulatedValues none() {
    return new EmulatedValues() {
      @Override
      public int port(String service) {
        throw new IllegalStateException("no emulated device offers " + service);
      }

      @Override
      public String secret(String name) {
        throw new IllegalStateException("no emulated device keeps " + name);
      }
    };
  }

  /** The ports and secrets of a running device. */
  static EmulatedValues of(EmulatedDevice device) {
    return new EmulatedValues() {
      @Override
      public int port(String service) {
        return device.port(service);
      }

      @Override
      public String secret(String name) {
        return device.secret(name);
      }
    };
  }
}
