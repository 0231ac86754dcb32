package org.coptest.probes.passwords;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.pubkey.RejectAllPublickeyAuthenticator;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;

/** An SSH server for tests; its commands can multiply. */
final class FakeSsh implements Closeable {
  private static final Pattern PRODUCT = Pattern.compile("echo \\$\\(\\((\\d+)\\*(\\d+)\\)\\)");
  private final SshServer server = SshServer.setUpDefaultServer();

  private FakeSsh(BiPredicate<String, String> accepts) {
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setPasswordAuthenticator((user, password, session) -> accepts.test(user, password));
    server.setKeyboardInteractiveAuthenticator(DefaultKeyboardInteractiveAuthenticator.INSTANCE);
    server.setPublickeyAuthenticator(RejectAllPublickeyAuthenticator.INSTANCE);
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
