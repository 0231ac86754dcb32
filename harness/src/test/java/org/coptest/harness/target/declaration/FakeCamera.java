package org.coptest.harness.target.declaration;

import java.net.InetAddress;
import java.util.List;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** Offers camera/conforming and camera/flawed without opening a port. */
final class FakeCamera implements DeviceEmulator {

  @Override
  public String persona() {
    return "camera";
  }

  @Override
  public List<String> makes() {
    return List.of("conforming", "flawed");
  }

  @Override
  public List<String> services(String make) {
    return List.of("https", "ssh");
  }

  @Override
  public List<String> secrets(String make) {
    return List.of("owner-password");
  }

  @Override
  public EmulatedDevice start(String make, InetAddress address) {
    return new EmulatedDevice() {
      @Override
      public int port(String service) {
        return service.equals("https") ? 40_443 : 40_022;
      }

      @Override
      public String secret(String name) {
        return "s3cret";
      }

      @Override
      public void close() {}
    };
  }
}
