package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.GREETING;
import static org.coptest.emulators.CameraParts.NAME;
import static org.coptest.emulators.CameraParts.conforming;
import static org.coptest.emulators.CameraParts.guarded;
import static org.coptest.emulators.CameraParts.site;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.plain.Plain;
import org.coptest.emulators.ssh.SshService;
import org.coptest.emulators.telnet.TelnetConsole;
import org.coptest.emulators.tls.ModernTls;
import org.coptest.emulators.tls.OddTls;
import org.coptest.emulators.web.Basic;
import org.coptest.emulators.web.Pages;
import org.coptest.emulators.web.RtspServer;
import org.coptest.emulators.web.TextAnswer;
import org.coptest.emulators.web.WebServer;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A network camera: one make without a fault, one with many, and one per single fault. */
@AutoService(DeviceEmulator.class)
public final class Camera implements DeviceEmulator {

  private static final Pages EMPTY = Pages.always(TextAnswer.notFound());

  private final Makes makes =
      new Makes(
          conforming(),
          flawed(),
          // Twins: conforming as well, with the service that a flawed make below needs.
          conforming().as("telnet-conforming").fitted("telnet", guarded(CameraParts::telnet)),
          conforming().as("http-conforming").fitted("http", guarded(Camera::http)),
          // A tool that tries known ports only never meets this one: false PASS of 5.6-1-2 b.
          conforming().as("undeclared-port").with("extra", Service.tcp(WebServer.of(EMPTY))),
          // A tool that checks the declared logins only: false PASS of 5.1-1-2 a.
          conforming().as("undeclared-login").fitted("extra", guarded(SshService::passwords)),
          // The owner's password works too, so a tool that only checks that one passes these.
          conforming()
              .as("default-ssh")
              .fitted("ssh", guarded("root", "xc3511", SshService::passwords)),
          conforming()
              .as("default-telnet")
              .fitted("telnet", guarded("root", "xc3511", CameraParts::telnet)),
          conforming().as("default-http").fitted("https", guarded("admin", "admin", Camera::https)),
          conforming()
              .as("default-plain-http")
              .fitted("http", guarded("admin", "admin", Camera::http)),
          // A client library takes TLS 1.3 here and never sees that TLS 1.0 is still answered.
          conforming().as("old-tls").fitted("https", guarded(Camera::oldTls)),
          // The port is listed, so a tool that compares port numbers only passes 5.6-1-2 a.
          conforming()
              .as("disabled-but-open")
              .with("diagnostics", Service.tcp(WebServer.of(EMPTY))),
          // No password is refused, so a tool that only tries passwords finds nothing wrong.
          conforming()
              .as("open-shell")
              .with("telnet", Service.tcp(TelnetConsole.unguarded(GREETING))));

  private static Make flawed() {
    var admin = Accounts.only("admin", "admin");
    return Make.named("flawed")
        .with("http", http(admin))
        .with("telnet", CameraParts.telnet(Accounts.only("root", "xc3511")))
        .with("tls", OddTls.weak("cam"))
        .with("rtsp", Service.tcp(new RtspServer(new Basic("CAM", admin), "CAM")))
        .with("extra", Service.tcp(Plain.banner("DVR 1\r\n")));
  }

  private static Service http(Accounts accounts) {
    return Service.tcp(WebServer.of(site(accounts)));
  }

  private static Service https(Accounts accounts) {
    return ModernTls.serving(NAME, WebServer.of(site(accounts)));
  }

  private static Service oldTls(Accounts accounts) {
    return OddTls.downwardCompatible(NAME, WebServer.of(site(accounts)));
  }

  @Override
  public String persona() {
    return "camera";
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
