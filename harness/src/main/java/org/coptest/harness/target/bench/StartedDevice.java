package org.coptest.harness.target.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coptest.harness.target.declaration.EmulatedValues;
import org.coptest.spi.ProbeException;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;
import org.coptest.spi.net.PortSet;

/**
 * An emulated device that runs, or why it does not.
 *
 * @param ofHost ports the host itself listens on at every address; not the device's
 */
record StartedDevice(
    Optional<EmulatedDevice> device,
    InetAddress address,
    PortSet ofHost,
    Map<String, String> ports,
    Optional<ProbeException> failure) {

  static StartedDevice running(
      DeviceEmulator emulator, String make, InetAddress address, PortSet ofHost)
      throws IOException {
    var device = emulator.start(make, address);
    var ports = new TreeMap<String, String>();
    emulator.services(make).forEach(name -> ports.put("emulated." + name, "" + device.port(name)));
    return new StartedDevice(Optional.of(device), address, ofHost, ports, Optional.empty());
  }

  static StartedDevice failed(ProbeException failure) {
    return new StartedDevice(
        Optional.empty(),
        InetAddress.getLoopbackAddress(),
        PortSet.none(),
        Map.of(),
        Optional.of(failure));
  }

  EmulatedValues values() {
    return device.map(EmulatedValues::of).orElse(EmulatedValues.none());
  }

  void close() {
    device.ifPresent(EmulatedDevice::close);
  }
}
