package org.coptest.emulators;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.coptest.emulators.device.Conversation;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.plain.Plain;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A device that wastes the time, memory or patience of whoever looks at it. */
@AutoService(DeviceEmulator.class)
public final class Tarpit implements DeviceEmulator {

  private final Makes makes =
      new Makes(
          // A byte a second defeats a time limit per read: the tool never comes back.
          everywhere("drip", Plain.drip("SSH-2.0-cam-1-with-a-banner-that-takes-its-time ")),
          // Endless bytes defeat a tool that reads until the line ends: it runs out of memory.
          everywhere("flood", Plain.flood("SSH-2.0-cam-1-and-more-of-it ")),
          // Accept and RST: a tool that takes any closed connection for a refusal passes it.
          everywhere("reset", Plain.reset()));

  private static Make everywhere(String name, Conversation conversation) {
    return Make.named(name)
        .secret(CameraParts.PASSWORD)
        .with("https", Service.tcp(conversation))
        .with("ssh", Service.tcp(conversation))
        .with("telnet", Service.tcp(conversation));
  }

  @Override
  public String persona() {
    return "tarpit";
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
