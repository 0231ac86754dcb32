package org.coptest.emulators.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Port;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.device.Site;

/** An SSH server with a host key of its own. */
public record SshService(SshRules rules) implements Service {

  private static final int MAX_SESSIONS = 256;
  private static final Duration LOGIN_LIMIT = Duration.ofSeconds(30);
  private static final Duration IDLE_LIMIT = Duration.ofSeconds(60);

  /** Password logins of these accounts, over current algorithms. */
  public static SshService passwords(Accounts accounts) {
    return new SshService(SshRules.passwords(accounts));
  }

  /** Public keys only, none of which is known. */
  public static SshService keysOnly() {
    return new SshService(SshRules.passwords(Accounts.nobody()).by(SshRules.Method.PUBLIC_KEY));
  }

  /** The same, closing the connection after this many wrong passwords. */
  public SshService closingAfter(int wrong) {
    return new SshService(rules.closingAfter(wrong));
  }

  @Override
  public Port open(Site site) throws IOException {
    var server = SshServer.setUpDefaultServer();
    server.setHost(site.address().getHostAddress());
    server.setPort(0);
    server.setNioWorkers(2);
    algorithms(server);
    logins(server);
    if (rules.use() == SshRules.Use.SHELL) {
      server.setCommandFactory((channel, command) -> SshConsole.running(command, site));
      server.setShellFactory(channel -> SshConsole.interactive(site));
    }
    limit(server);
    server.start();
    return new RunningSsh(server);
  }

  private void logins(SshServer server) {
    server.setUserAuthFactories(rules.methods().stream().map(SshService::factory).toList());
    server.setPasswordAuthenticator((user, password, session) -> admits(user, password));
    server.setKeyboardInteractiveAuthenticator(DefaultKeyboardInteractiveAuthenticator.INSTANCE);
    server.setPublickeyAuthenticator((user, key, session) -> rules.keys().test(user, key));
  }

  private boolean admits(String user, String password) {
    var admitted = rules.accounts().admits(user, password);
    if (!admitted) {
      rules.penalties().ifPresent(Penalties::failed);
    }
    return admitted;
  }

  private static UserAuthFactory factory(SshRules.Method method) {
    return switch (method) {
      case PASSWORD -> UserAuthPasswordFactory.INSTANCE;
      case PUBLIC_KEY -> UserAuthPublicKeyFactory.INSTANCE;
      case QUESTIONS -> UserAuthKeyboardInteractiveFactory.INSTANCE;
    };
  }

  // What was deprecated since is what an old device speaks.
  @SuppressWarnings("deprecation")
  private void algorithms(SshServer server) throws IOException {
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey(rules.old() ? "RSA" : "EC")));
    if (rules.old()) {
      server.setKeyExchangeFactories(
          NamedFactory.setUpTransformedFactories(
              true,
              List.of(BuiltinDHFactories.dhg1, BuiltinDHFactories.dhg14),
              ServerBuilder.DH2KEX));
      server.setCipherFactories(List.of(BuiltinCiphers.tripledescbc, BuiltinCiphers.aes128cbc));
      server.setMacFactories(List.of(BuiltinMacs.hmacsha1));
      server.setSignatureFactories(List.of(BuiltinSignatures.rsa));
    } else {
      server.setMacFactories(List.of(BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm));
    }
  }

  private void limit(SshServer server) {
    CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "cam");
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, rules.tries());
    CoreModuleProperties.AUTH_TIMEOUT.set(server, LOGIN_LIMIT);
    CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE_LIMIT);
    server.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionCreated(Session session) {
            if (server.getActiveSessions().size() > MAX_SESSIONS
                || rules.penalties().filter(Penalties::dropping).isPresent()) {
              session.close(true);
            }
          }
        });
  }

  private static KeyPair hostKey(String algorithm) throws IOException {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IOException("this JDK cannot make a key of type " + algorithm, e);
    }
  }
}
