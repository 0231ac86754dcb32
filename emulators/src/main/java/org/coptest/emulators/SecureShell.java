package org.coptest.emulators;

import static org.coptest.emulators.CameraParts.OWNER;
import static org.coptest.emulators.CameraParts.PASSWORD;
import static org.coptest.emulators.CameraParts.guarded;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.InetAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Make;
import org.coptest.emulators.device.Makes;
import org.coptest.emulators.device.Secrets;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.ssh.Penalties;
import org.coptest.emulators.ssh.SshRules;
import org.coptest.emulators.ssh.SshRules.Method;
import org.coptest.emulators.ssh.SshService;
import org.coptest.spi.emulation.DeviceEmulator;
import org.coptest.spi.emulation.EmulatedDevice;

/** A gateway whose only service is SSH. */
@AutoService(DeviceEmulator.class)
public final class SecureShell implements DeviceEmulator {

  private static final String KEY = "owner-key";
  private static final String VAGRANT_PRINT = "SHA256:1M4RzhMyWuFS/86uPY/ce2prh/dVTHW7iD2RhpquOZA";
  private static final Duration SHUT = Duration.ofMillis(600);

  private final Makes makes =
      new Makes(
          make("conforming", owner(rules -> rules.by(Method.PASSWORD, Method.PUBLIC_KEY))),
          // The owner's password is good and no list entry works: a tool that tries passwords only
          // passes it, and whoever has the key that Vagrant publishes is root.
          make(
              "vagrant-key",
              owner(rules ->
                  rules
                      .by(Method.PASSWORD, Method.PUBLIC_KEY)
                      .authorising((user, key) -> user.equals("root") && published(key)))),
          // Nothing to try for a tool that knows passwords only.
          make("keys-only", SecureShell::keysOnly).secret(KEY),
          // Looks like the one above until somebody shows a key that nobody authorised.
          make(
              "any-key",
              owner(rules -> rules.by(Method.PUBLIC_KEY).authorising((user, key) -> true))),
          make("prompting", owner(rules -> rules.by(Method.QUESTIONS))),
          make("prompting-default", pair("root", "xc3511", rules -> rules.by(Method.QUESTIONS))),
          // The pair is taken, and there is no shell behind it: false PASS by a tool that looks
          // for one.
          make("no-shell-default", pair("root", "xc3511", SshRules::doingNothing)),
          // Takes every pair and does nothing: a decoy, false FAIL.
          make(
              "decoy",
              secrets -> new SshService(SshRules.passwords(Accounts.everybody()).doingNothing())),
          // Dropped connections are taken for refusals, and the rest of the list is never tried …
          make("penalties", owner(SecureShell::dropping)),
          // … and false PASS here, where an entry behind the first drop works.
          make("penalties-default", pair("service", "service", SecureShell::dropping)),
          // A tool that speaks current algorithms only never gets to the login: false PASS.
          make("old-default", pair("root", "xc3511", SshRules::inOldAlgorithms)));

  private static Make make(String name, Function<Secrets, Service> ssh) {
    return Make.named(name).secret(PASSWORD).fitted("ssh", ssh);
  }

  private static Function<Secrets, Service> owner(UnaryOperator<SshRules> change) {
    return guarded(accounts -> new SshService(change.apply(SshRules.passwords(accounts))));
  }

  private static Function<Secrets, Service> pair(
      String user, String password, UnaryOperator<SshRules> change) {
    return guarded(
        user, password, accounts -> new SshService(change.apply(SshRules.passwords(accounts))));
  }

  private static Service keysOnly(Secrets secrets) {
    return new SshService(
        SshRules.passwords(Accounts.nobody())
            .by(Method.PUBLIC_KEY)
            .authorising((user, key) ->
                user.equals(OWNER) && KeyUtils.compareKeys(key, secrets.publicKey(KEY))));
  }

  private static SshRules dropping(SshRules rules) {
    return rules.with(new Penalties(20, SHUT));
  }

  private static boolean published(PublicKey key) {
    return VAGRANT_PRINT.equals(KeyUtils.getFingerPrint(key));
  }

  @Override
  public String persona() {
    return "secure-shell";
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
