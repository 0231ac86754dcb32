package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.NAME;
import static org.coptest.emulators.CameraParts.PASSWORD;
import static org.coptest.emulators.CameraParts.guarded;
import static org.coptest.emulators.CameraParts.settings;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Conversation;
import org.coptest.emulators.device.LockOut;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.ssh.SshService;
import org.coptest.emulators.tls.ModernTls;
import org.coptest.emulators.web.Basic;
import org.coptest.emulators.web.LockedLogin;
import org.coptest.emulators.web.Pages;
import org.coptest.emulators.web.WebServer;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A web login of a password that the owner chose, with a defence against guessing, or none. */
@AutoService(DeviceEmulator.class)
public final class Guarded implements DeviceEmulator {

  private static final int TRIES = 10;
  private static final Duration LOCK = Duration.ofMillis(1_000);
  private static final String SAYS_SO = "locked, try again later\n";
  private static final String SAYS_NOTHING = "login needed\n";

  private final Makes makes =
      new Makes(
          web("conforming", accounts -> locking(accounts, SAYS_SO, false)),
          web("no-lock", accounts -> plain(accounts)),
          // Wrong passwords are refused as before: a tool that counts refusals calls it unlimited,
          // false FAIL; only the right password shows the lock.
          web("silent-lock", accounts -> locking(accounts, SAYS_NOTHING, false)),
          // Claims to be shut, and the right password works all the same: false PASS.
          web("lock-for-show", accounts -> locking(accounts, SAYS_SO, true)),
          // The next address guesses on: false PASS.
          web("source-lock", Guarded::perSource),
          // The web page locks, and a second port with the same account does not: false PASS.
          web("second-surface", accounts -> locking(accounts, SAYS_SO, false))
              .fitted("api", guarded(accounts -> secure(plain(accounts)))),
          // Ends each connection after three tries, and takes as many connections as anybody
          // likes: false PASS.
          Make.named("connection-limit")
              .secret(PASSWORD)
              .fitted("ssh", guarded(accounts -> SshService.passwords(accounts).closingAfter(3))));

  private static Make web(String name, Function<Accounts, Conversation> site) {
    return Make.named(name)
        .secret(PASSWORD)
        .fitted("https", guarded(accounts -> secure(site.apply(accounts))));
  }

  private static Service secure(Conversation site) {
    return ModernTls.serving(NAME, site);
  }

  private static Conversation plain(Accounts accounts) {
    return WebServer.of(Pages.behind(new Basic("CAM-1", accounts), settings()));
  }

  private static Conversation locking(Accounts accounts, String shut, boolean forShow) {
    var check = new Basic("CAM-1", accounts);
    var lock = LockOut.after(TRIES, LOCK);
    return WebServer.of(
        new LockedLogin(check, settings(), lock, login -> user(check, login), shut, forShow));
  }

  private static Conversation perSource(Accounts accounts) {
    var check = new Basic("CAM-1", accounts);
    var lock = LockOut.after(TRIES, LOCK);
    return peer -> {
      var source = peer.getInetAddress().getHostAddress();
      WebServer.of(new LockedLogin(check, settings(), lock, login -> source, SAYS_NOTHING, false))
          .hold(peer);
    };
  }

  private static String user(Basic check, String authorization) {
    return check.pair(authorization).map(pair -> pair[0]).orElse("");
  }

  @Override
  public String persona() {
    return "guarded";
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
