package org.coptest.emulators.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.coptest.emulators.device.Accounts;
import org.coptest.emulators.device.Port;
import org.coptest.emulators.device.Service;
import org.coptest.emulators.device.Site;

/**
 * An SSH server with current algorithms and a host key of its own.
 *
 * @param accounts who may log in with a password
 * @param method the only way to authenticate
 * @param tries wrong passwords after which the connection is closed
 */
public record SshService(Accounts accounts, Method method, int tries) implements Service {

  private static final int USUAL_TRIES = 6;
  private static final int MAX_SESSIONS = 256;
  private static final Duration LOGIN_LIMIT = Duration.ofSeconds(30);
  private static final Duration IDLE_LIMIT = Duration.ofSeconds(60);

  /** What the server lets a peer prove itself with. */
  public enum Method {
    PASSWORD,
    PUBLIC_KEY
  }

  /** Password logins of these accounts. */
  public static SshService passwords(Accounts accounts) {
    return new SshService(accounts, Method.PASSWORD, USUAL_TRIES);
  }

  /** Public keys only, none of which is known. */
  public static SshService keysOnly() {
    return new SshService(Accounts.nobody(), Method.PUBLIC_KEY, USUAL_TRIES);
  }

  /** The same, closing the connection after this many wrong passwords. */
  public SshService closingAfter(int wrong) {
    return new SshService(accounts, method, wrong);
  }

  @Override
  public Port open(Site site) throws IOException {
    var server = SshServer.setUpDefaultServer();
    server.setHost(site.address().getHostAddress());
    server.setPort(0);
    server.setNioWorkers(2);
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey()));
    server.setMacFactories(List.of(BuiltinMacs.hmacsha256etm, BuiltinMacs.hmacsha512etm));
    server.setUserAuthFactories(List.of(factory()));
    server.setPasswordAuthenticator((user, password, session) -> accounts.admits(user, password));
    server.setPublickeyAuthenticator((user, key, session) -> false);
    server.setCommandFactory((channel, command) -> SshConsole.running(command, site));
    server.setShellFactory(channel -> SshConsole.interactive(site));
    limit(server);
    server.start();
    return new RunningSsh(server);
  }

  private UserAuthFactory factory() {
    return switch (method) {
      case PASSWORD -> UserAuthPasswordFactory.INSTANCE;
      case PUBLIC_KEY -> UserAuthPublicKeyFactory.INSTANCE;
    };
  }

  private void limit(SshServer server) {
    CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "cam");
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, tries);
    CoreModuleProperties.AUTH_TIMEOUT.set(server, LOGIN_LIMIT);
    CoreModuleProperties.IDLE_TIMEOUT.set(server, IDLE_LIMIT);
    server.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionCreated(Session session) {
            if (server.getActiveSessions().size() > MAX_SESSIONS) {
              session.close(true);
            }
          }
        });
  }

  private static KeyPair hostKey() throws IOException {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IOException("this JDK cannot make an EC key", e);
    }
  }
}
