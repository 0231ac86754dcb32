package org.coptest.emulators;

import java.util.Map;
import java.util.function.Function;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.ClosedPort;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Secrets;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.ssh.SshService;
import org.coptest.emulators.telnet.Login;
import org.coptest.emulators.telnet.TelnetConsole;
import org.coptest.emulators.tls.ModernTls;
import org.coptest.emulators.web.Basic;
import org.coptest.emulators.web.Digest;
import org.coptest.emulators.web.Pages;
import org.coptest.emulators.web.RtspServer;
import org.coptest.emulators.web.TextAnswer;
import org.coptest.emulators.web.WebServer;

/** The parts a camera is put together from, and the camera with nothing wrong. */
final class CameraParts {

  static final String OWNER = "owner";
  static final String PASSWORD = "owner-password";
  static final String NAME = "cam-1";
  static final String GREETING = "\r\nCAM-1\r\n";

  private CameraParts() {}

  /**
   * A web page, a shell and a stream, each with the owner's own password; the port for diagnostics
   * at the factory is switched off. Every other make of a camera is this one with something
   * changed.
   */
  static Make conforming() {
    return Make.named("conforming")
        .secret(PASSWORD)
        .fitted("https", guarded(accounts -> ModernTls.serving(NAME, WebServer.of(site(accounts)))))
        .fitted("ssh", guarded(SshService::passwords))
        .fitted("rtsp", guarded(CameraParts::rtsp))
        .with("diagnostics", ClosedPort::open);
  }

  /** A service for the owner's account alone. */
  static Function<Secrets, Service> guarded(Function<Accounts, Service> service) {
    return secrets -> service.apply(owner(secrets));
  }

  /** A service for the owner's account and one more pair. */
  static Function<Secrets, Service> guarded(
      String user, String password, Function<Accounts, Service> service) {
    return secrets -> service.apply(owner(secrets).and(user, password));
  }

  /** A Telnet console for these accounts. */
  static Service telnet(Accounts accounts) {
    return Service.tcp(TelnetConsole.guarded(GREETING, Login.usual(accounts)));
  }

  /** Pages that all need these accounts; others do not exist. */
  static Pages site(Accounts accounts) {
    var login = new Basic("CAM-1", accounts);
    return Pages.at(
        Map.of(
            "/", Pages.behind(login, Pages.always(TextAnswer.page("CAM-1", "Live view"))),
            "/api/settings", Pages.behind(login, settings())),
        Pages.always(TextAnswer.notFound()));
  }

  /** The settings as JSON. */
  static Pages settings() {
    return Pages.always(
        TextAnswer.of(200, "OK", "{\"resolution\":\"1080p\",\"nightVision\":true}\n")
            .with("Content-Type", "application/json"));
  }

  /** The stream of a camera. */
  static Service rtsp(Accounts accounts) {
    return Service.tcp(new RtspServer(new Digest("CAM-1", accounts), "CAM"));
  }

  private static Accounts owner(Secrets secrets) {
    return Accounts.only(OWNER, secrets.value(PASSWORD));
  }
}
