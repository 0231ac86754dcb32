package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.NAME;
import static org.coptest.emulators.CameraParts.OWNER;
import static org.coptest.emulators.CameraParts.PASSWORD;
import static org.coptest.emulators.CameraParts.conforming;
import static org.coptest.emulators.CameraParts.site;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Secrets;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.ssh.SshService;
import org.coptest.emulators.tls.ModernTls;
import org.coptest.emulators.web.Basic;
import org.coptest.emulators.web.Pages;
import org.coptest.emulators.web.TextAnswer;
import org.coptest.emulators.web.WebServer;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A camera whose owner can change the password on a page. */
@AutoService(DeviceEmulator.class)
public final class PasswordPage implements DeviceEmulator {
  private static final String CHANGE = "/api/password/";

  private final Makes makes =
      new Makes(
          changing("every-surface").fitted("ssh", secrets -> SshService.passwords(store(secrets))),
          // The shell has accounts of its own: the factory's password opens it for ever.
          changing("page-only").fitted("ssh", secrets -> SshService.passwords(owner(secrets))),
          // Says yes and goes on as before until it is started again: no finding about the change.
          changing("after-restart")
              .fitted("https", secrets -> page(store(secrets), owner(secrets)))
              .fitted("ssh", secrets -> SshService.passwords(store(secrets))));

  private static Make changing(String name) {
    return conforming()
        .as(name)
        .fitted("https", secrets -> page(store(secrets), store(secrets)))
        .fitted("rtsp", secrets -> CameraParts.rtsp(store(secrets)));
  }

  private static Accounts store(Secrets secrets) {
    return secrets.store("owner", () -> owner(secrets));
  }

  private static Accounts owner(Secrets secrets) {
    return Accounts.only(OWNER, secrets.value(PASSWORD));
  }

  /** Pages behind one store of accounts, and a way to change another one. */
  private static Service page(Accounts checked, Accounts changed) {
    var login = new Basic("CAM-1", checked);
    var pages = site(checked);
    Pages all =
        (method, path, authorization) ->
            method.equals("POST") && path.startsWith(CHANGE)
                ? Pages.behind(login, change(changed)).answer(method, path, authorization)
                : pages.answer(method, path, authorization);
    return ModernTls.serving(NAME, WebServer.of(all));
  }

  private static Pages change(Accounts accounts) {
    return (method, path, authorization) -> {
      accounts.change(OWNER, path.substring(CHANGE.length()));
      return TextAnswer.of(200, "OK", "changed\n");
    };
  }

  @Override
  public String persona() {
    return "password-page";
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
