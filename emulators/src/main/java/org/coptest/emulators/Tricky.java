package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.GREETING;
import static org.coptest.emulators.CameraParts.NAME;
import static org.coptest.emulators.CameraParts.conforming;
import static org.coptest.emulators.CameraParts.guarded;
import static org.coptest.emulators.CameraParts.site;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.LatePort;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Secrets;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.plain.Plain;
import org.coptest.emulators.ssh.SshService;
import org.coptest.emulators.telnet.Login;
import org.coptest.emulators.telnet.TelnetConsole;
import org.coptest.emulators.tls.ModernTls;
import org.coptest.emulators.tls.OddTls;
import org.coptest.emulators.web.Basic;
import org.coptest.emulators.web.Pages;
import org.coptest.emulators.web.TextAnswer;
import org.coptest.emulators.web.WebServer;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A camera about which an obvious implementation is wrong: one trap per make. */
@AutoService(DeviceEmulator.class)
public final class Tricky implements DeviceEmulator {

  private static final Duration LATE = Duration.ofSeconds(3);
  private static final int HELLOS = 10;

  private final Makes makes =
      new Makes(
          // "#" in the banner is taken for a root prompt: false FAIL of 5.1-1-2 c.
          conforming()
              .as("hash-banner")
              .with("telnet", console("press # for help\r\n", Login.usual(Accounts.nobody()))),
          // "login:" and "$ " come before the login: prompts are answered too early, false FAIL.
          conforming().as("motd-login").fitted("telnet", guarded(Tricky::motd)),
          // There is no user name to send: the password is sent as one, false PASS.
          conforming().as("password-only").fitted("telnet", Tricky::passwordOnly),
          // The rest of the list is never really tried: an unearned PASS …
          conforming()
              .as("closes-after-three")
              .fitted("ssh", guarded(accounts -> SshService.passwords(accounts).closingAfter(3)))
              .fitted("telnet", guarded(Tricky::closing)),
          // … and a false one here, where a pair from the middle of the list opens both.
          conforming()
              .as("closes-after-three-default")
              .fitted(
                  "ssh",
                  guarded(
                      "service",
                      "service",
                      accounts -> SshService.passwords(accounts).closingAfter(3)))
              .fitted("telnet", guarded("service", "service", Tricky::closing)),
          // No password is ever accepted because none is ever asked for; not a finding.
          conforming().as("keys-only").with("ssh", SshService.keysOnly()),
          // Every unknown path asks for a login: one undeclared mechanism per path, false FAIL.
          conforming().as("random-401").fitted("https", guarded(Tricky::randomLogin)),
          // Opens after the first look: false PASS of 5.6-1-2 b by a single sweep.
          conforming()
              .as("late-port")
              .with("late", LatePort.after(LATE, Plain.banner("DVR 1\r\n"))),
          // Silence after ten hellos is taken for "TLS 1.0 refused": false PASS of 5.5-1-2 a.
          conforming().as("tls-rate-limit").fitted("https", guarded(Tricky::rateLimited)),
          // The refusal of TLS 1.0 travels in a TLS 1.2 record: taken for an answer, or for noise.
          conforming().as("tls-odd-alert").fitted("https", guarded(Tricky::oddAlert)),
          // A tool without TLS 1.3 finds nothing to talk to and calls the port dead or plaintext.
          conforming().as("tls-13-only").fitted("https", guarded(Tricky::newest)),
          // Says what we say: our hello looks like a ServerHello, our command like its output.
          conforming().as("echo").with("echo", Service.tcp(Plain.echo())),
          // Harms whoever shows device text unquoted.
          HostileParts.hostileBanner());

  private static Service console(String greeting, Login login) {
    return Service.tcp(TelnetConsole.guarded(greeting, login));
  }

  private static Service motd(Accounts accounts) {
    var text =
        "\r\nNews: the old login: page has moved, tips cost 5 $ \r\nUse > or # in names.\r\n";
    return console(text, Login.usual(accounts));
  }

  private static Service closing(Accounts accounts) {
    return console(GREETING, Login.usual(accounts).closingAfter(3));
  }

  private static Service passwordOnly(Secrets secrets) {
    var account = Accounts.only("", secrets.value(CameraParts.PASSWORD));
    return console(GREETING, Login.usual(account).passwordOnly());
  }

  private static Service randomLogin(Accounts accounts) {
    var settings = Pages.behind(new Basic("CAM-1", accounts), CameraParts.settings());
    var home = Pages.always(TextAnswer.page("CAM-1", "Please open the app"));
    var rest = Pages.behind(new Basic("error", Accounts.nobody()), home);
    var pages = Pages.at(Map.of("/", home, "/api/settings", settings), rest);
    return ModernTls.serving(NAME, WebServer.of(pages));
  }

  private static Service rateLimited(Accounts accounts) {
    return OddTls.answeringOnly(HELLOS, NAME, WebServer.of(site(accounts)));
  }

  private static Service oddAlert(Accounts accounts) {
    return OddTls.oddAlert(NAME, WebServer.of(site(accounts)));
  }

  private static Service newest(Accounts accounts) {
    return ModernTls.serving(NAME, List.of("TLSv1.3"), WebServer.of(site(accounts)));
  }

  @Override
  public String persona() {
    return "tricky";
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
