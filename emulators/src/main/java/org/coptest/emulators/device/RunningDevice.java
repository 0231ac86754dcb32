package org.coptest.emulators.device;

import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.coptest.spi.emulation.EmulatedDevice;

/** A device with its ports open. */
final class RunningDevice implements EmulatedDevice {

  private static final int STOP_SECONDS = 2;

  private final Site site;
  private final Secrets secrets;
  private final Map<String, Port> ports = new LinkedHashMap<>();

  private RunningDevice(Site site, Secrets secrets) {
    this.site = site;
    this.secrets = secrets;
  }

  /** Opens every service of this make at this address. */
  static RunningDevice start(Make make, InetAddress address) throws IOException {
    var device = new RunningDevice(Site.at(address), Secrets.fresh(make.secrets()));
    try {
      device.openAll(make);
    } catch (IOException | RuntimeException e) {
      device.close();
      throw e;
    }
    return device;
  }

  private void openAll(Make make) throws IOException {
    for (var service : make.services().entrySet()) {
      ports.put(service.getKey(), service.getValue().apply(secrets).open(site));
    }
  }

  @Override
  public int port(String service) {
    var port = ports.get(service);
    if (port == null) {
      throw new IllegalArgumentException("no service '" + service + "' in " + ports.keySet());
    }
    return port.number();
  }

  @Override
  public String secret(String name) {
    return secrets.value(name);
  }

  @Override
  public void close() {
    ports.values().forEach(Port::close);
    site.threads().shutdownNow();
    try {
      site.threads().awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
