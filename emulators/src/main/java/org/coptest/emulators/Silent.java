package org.coptest.emulators;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.coptest.emulators.device.ClosedPort;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.plain.Plain;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A device that says nothing, in two ways that must not be confused. */
@AutoService(DeviceEmulator.class)
public final class Silent implements DeviceEmulator {

  private final Makes makes =
      new Makes(
          // Every connect is refused: a sign of life. A tool that wants an open port calls the
          // device dead; one that takes "no port" for "no answer" passes a dead one alike.
          Make.named("closed").secret("label").with("telnet", ClosedPort::open),
          // Ports accept and stay silent. A tool that takes no complaint for consent passes it.
          Make.named("mute")
              .secret(CameraParts.PASSWORD)
              .with("https", Service.tcp(Plain.mute()))
              .with("ssh", Service.tcp(Plain.mute()))
              .with("telnet", Service.tcp(Plain.mute())));

  @Override
  public String persona() {
    return "silent";
  }

  @Override
  public List<String> makes() {
    return makes.names();
  }

  @Override
  public List<String> services(String make) {
    return makes.services(make);
  }

  @Override
  public List<String> secrets(String make) {
    return makes.secrets(make);
  }

  @Override
  public EmulatedDevice start(String make, InetAddress address) throws IOException {
    return makes.start(make, address);
  }
}
