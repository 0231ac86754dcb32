package org.coptest.spi.emulation;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/** Starts emulated devices of one persona; found by {@link java.util.ServiceLoader}. */
public interface DeviceEmulator {

  /** First part of {@code emulate: persona/make}. */
  String persona();

  /** The makes on offer, such as {@code conforming} and {@code flawed}. */
  List<String> makes();

  /** Names of its services, whose ports {@code ${emulated:name}} stands for. */
  List<String> services(String make);

  /** Names of its secrets, which {@code ${emulated:name}} stands for too. */
  List<String> secrets(String make);

  /**
   * Starts a device whose listeners are bound to this loopback address only, on ephemeral ports.
   *
   * @throws IOException when the bench has no port for it
   */
  EmulatedDevice start(String make, InetAddress address) throws IOException;
}
