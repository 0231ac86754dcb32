package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.NAME;
import static org.coptest.emulators.CameraParts.conforming;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.ManyPorts;
import org.coptest.emulators.plain.Plain;
import org.coptest.emulators.ssh.SshService;
import org.coptest.emulators.tls.ModernTls;
import org.coptest.emulators.web.Pages;
import org.coptest.emulators.web.TextAnswer;
import org.coptest.emulators.web.WebServer;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A device that agrees with whatever it is asked. */
@AutoService(DeviceEmulator.class)
public final class YesToEverything implements DeviceEmulator {

  private static final int PORTS = 1_000;
  private static final Accounts EVERYBODY = Accounts.everybody();
  private static final WebServer SAME_PAGE =
      WebServer.of(Pages.always(TextAnswer.page("CAM-1", "Welcome")));

  private final Makes makes =
      new Makes(
          // Every pair opens it, and really does: a tool reports the first default password it
          // tries, where the fault is that there is no authentication (5.5-4, 5.5-5).
          conforming()
              .as("any-credential")
              .with("https", ModernTls.serving(NAME, WebServer.of(CameraParts.site(EVERYBODY))))
              .with("ssh", SshService.passwords(EVERYBODY))
              .with("telnet", CameraParts.telnet(EVERYBODY)),
          // One page for every path and every login: a tool that looks at the status alone finds
          // every password valid, one that looks for "not 401" finds every page open.
          conforming().as("web-200").with("https", ModernTls.serving(NAME, SAME_PAGE)),
          // A tool believes in a thousand services, or fails the device for each of them, where a
          // middlebox would look the same.
          conforming().as("many-ports").with("many", ManyPorts.of(PORTS, Plain.mute())));

  @Override
  public String persona() {
    return "yes-to-everything";
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
