package org.coptest.probes.passwords;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.pubkey.RejectAllPublickeyAuthenticator;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/** An SSH server for tests; its commands can multiply, and it keeps what clients offered. */
final class FakeSsh implements Closeable {
  private static final Pattern PRODUCT = Pattern.compile("echo \\$\\(\\((\\d+)\\*(\\d+)\\)\\)");
  private final SshServer server = SshServer.setUpDefaultServer();
  private final List<String> exchanges = new CopyOnWriteArrayList<>();

  private FakeSsh(BiPredicate<String, String> accepts) {
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setPasswordAuthenticator((user, password, session) -> accepts.test(user, password));
    server.setKeyboardInteractiveAuthenticator(DefaultKeyboardInteractiveAuthenticator.INSTANCE);
    server.setPublickeyAuthenticator(RejectAllPublickeyAuthenticator.INSTANCE);
    server.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionNegotiationStart(
              Session session,
              Map<KexProposalOption, String> theirs,
              Map<KexProposalOption, String> ours) {
            exchanges.add(theirs.get(KexProposalOption.ALGORITHMS));
          }
        });
    methods("password,publickey");
  }

  /** Lets in what this accepts, by the method password. */
  static FakeSsh taking(BiPredicate<String, String> accepts) {
    return new FakeSsh(accepts);
  }

  FakeSsh methods(String names) {
    CoreModuleProperties.AUTH_METHODS.set(server, names.replace(",", " "));
    return this;
  }

  /** Key exchanges that each client offered. */
  List<String> exchanges() {
    return List.copyOf(exchanges);
  }

  /** Lets in who holds a key for which this holds, by user and key. */
  FakeSsh authorising(BiPredicate<String, PublicKey> keys) {
    server.setPublickeyAuthenticator((user, key, session) -> keys.test(user, key));
    return this;
  }

  /** Asks these questions, a round each; the first wants the password and the others a code. */
  FakeSsh asking(BiPredicate<String, String> accepts, String... questions) {
    server.setUserAuthFactories(
        List.of(
            new UserAuthKeyboardInteractiveFactory() {
              @Override
              public UserAuthKeyboardInteractive createUserAuth(ServerSession session) {
                return new Questions(accepts, List.of(questions));
              }
            }));
    return methods("keyboard-interactive");
  }

  /** Closes a connection after this many refusals. */
  FakeSsh closingAfter(int refusals) {
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, refusals);
    return this;
  }

  /** Carries out commands. */
  FakeSsh withCommands() {
    server.setCommandFactory((channel, command) -> new Multiplication(command));
    return this;
  }

  /** Refuses commands and files, but relays connections, as an account without a shell does. */
  FakeSsh forwarding() {
    server.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
    return this;
  }

  /** Speaks what a device from 2005 speaks and nothing newer. */
  FakeSsh old() {
    server.setKeyExchangeFactories(
        NamedFactory.setUpTransformedFactories(
            true,
            List.of(BuiltinDHFactories.resolveFactory("diffie-hellman-group1-sha1")),
            ServerBuilder.DH2KEX));
    server.setCipherFactories(List.of(BuiltinCiphers.fromFactoryName("3des-cbc")));
    server.setMacFactories(List.of(BuiltinMacs.hmacsha1));
    server.setSignatureFactories(List.of(BuiltinSignatures.rsa));
    return this;
  }

  FakeSsh start() {
    try {
      var generator = SecurityUtils.getKeyPairGenerator("RSA");
      generator.initialize(2048);
      server.setKeyPairProvider(KeyPairProvider.wrap(generator.generateKeyPair()));
      server.start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  /** Goes on to the next question only after a right password; no code is ever right. */
  private static final class Questions extends UserAuthKeyboardInteractive {
    private final BiPredicate<String, String> accepts;
    private final List<String> questions;
    private int round;

    Questions(BiPredicate<String, String> accepts, List<String> questions) {
      this.accepts = accepts;
      this.questions = questions;
    }

    @Override
    protected Boolean doAuth(Buffer buffer, boolean init) throws Exception {
      if (init) {
        return ask();
      }
      buffer.getUByte();
      buffer.getInt();
      var right = round == 1 && accepts.test(getUsername(), buffer.getString());
      return right && round < questions.size() ? ask() : (Boolean) right;
    }

    private @Nullable Boolean ask() throws IOException {
      var challenge = new InteractiveChallenge();
      challenge.setLanguageTag("");
      challenge.addPrompt(questions.get(round++), false);
      var message = getServerSession().createBuffer(SshConstants.SSH_MSG_USERAUTH_INFO_REQUEST);
      challenge.append(message);
      getServerSession().writePacket(message);
      return null;
    }
  }

  private static final class Multiplication extends AbstractCommandSupport {
    Multiplication(String command) {
      super(command, null);
    }

    @Override
    public void run() {
      try {
        var product = PRODUCT.matcher(getCommand());
        if (product.matches()) {
          long value = Long.parseLong(product.group(1)) * Long.parseLong(product.group(2));
          getOutputStream().write((value + "\n").getBytes(StandardCharsets.US_ASCII));
          getOutputStream().flush();
        }
        onExit(0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
