package org.coptest.emulators.device;

import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coptest.spi.emulation.EmulatedDevice;

/** The makes of one persona. */
public final class Makes {

  private final Map<String, Make> byName = new LinkedHashMap<>();

  /** These makes, in this order. */
  public Makes(Make... makes) {
    for (var make : makes) {
      byName.put(make.name(), make);
    }
  }

  /** Their names. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Names of the services of this make. */
  public List<String> services(String make) {
    return List.copyOf(named(make).services().keySet());
  }

  /** Names of the secrets of this make. */
  public List<String> secrets(String make) {
    return named(make).secrets();
  }

  /** Starts a device of this make. */
  public EmulatedDevice start(String make, InetAddress address) throws IOException {
    return RunningDevice.start(named(make), address);
  }

  private Make named(String name) {
    var make = byName.get(name);
    if (make == null) {
      throw new IllegalArgumentException("no make '" + name + "', there are " + names());
    }
    return make;
  }
}
