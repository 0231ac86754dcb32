package org.coptest.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ServiceLoader;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** Starts emulated devices for tests, found as the harness finds them. */
final class Devices {

  private static final int PATIENCE_MILLIS = 5_000;

  private Devices() {}

  static InetAddress here() {
    try {
      return InetAddress.getByName("127.0.0.2");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EmulatedDevice start(String personaAndMake) throws IOException {
    var parts = personaAndMake.split("/", 2);
    return emulator(parts[0]).start(parts[1], here());
  }

  static DeviceEmulator emulator(String persona) {
    return ServiceLoader.load(DeviceEmulator.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(emulator -> emulator.persona().equals(persona))
        .findFirst()
        .orElseThrow();
  }

  static Socket connect(EmulatedDevice device, String service) throws IOException {
    var socket = new Socket(here(), device.port(service));
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }
}
