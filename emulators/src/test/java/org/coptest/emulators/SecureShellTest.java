package org.coptest.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.coptest.spi.emulation.EmulatedDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecureShellTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SshClient client = SshClient.setUpDefaultClient();

  @BeforeEach
  void start() {
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.start();
  }

  @AfterEach
  void stop() {
    client.stop();
  }

  @Test
  void takesTheOwnersKeyAndNoOther() throws Exception {
    try (var box = Devices.start("secure-shell/keys-only")) {
      var owner = read(box.secret("owner-key"));
      try (var session = with(box, owner)) {
        assertThat(session.executeRemoteCommand("echo $((6*7))")).isEqualTo("42\n");
      }
      assertThatThrownBy(() -> with(box, fresh())).isInstanceOf(SshException.class);
    }
  }

  @Test
  void takesAnyKeyWhereSoMade() throws Exception {
    try (var box = Devices.start("secure-shell/any-key");
        var session = with(box, fresh())) {
      assertThat(session.isAuthenticated()).isTrue();
    }
  }

  @Test
  void letsEverybodyInToDoNothingWhereSoMade() throws Exception {
    try (var box = Devices.start("secure-shell/decoy");
        var session = connect(box)) {
      session.addPasswordIdentity("anything");
      assertThat(session.auth().verify(PATIENCE).isSuccess()).isTrue();
      try (var forwarding = session.createDirectTcpipChannel(null, new SshdSocketAddress(1))) {
        assertThat(forwarding.open().await(PATIENCE)).isTrue();
        assertThat(forwarding.isOpen()).isFalse();
      }
    }
  }

  @Test
  void hasNothingInCommonWithAClientOfOurTimeWhereItIsOld() throws Exception {
    try (var box = Devices.start("secure-shell/old-default");
        var session = connect(box)) {
      session.addPasswordIdentity("xc3511");
      assertThatThrownBy(() -> session.auth().verify(PATIENCE))
          .isInstanceOf(SshException.class)
          .hasMessageContaining("group1-sha1");
    }
  }

  private ClientSession with(EmulatedDevice box, KeyPair key) throws IOException {
    var session = connect(box);
    session.addPublicKeyIdentity(key);
    session.auth().verify(PATIENCE);
    return session;
  }

  private ClientSession connect(EmulatedDevice box) throws IOException {
    return client
        .connect("owner", Devices.here().getHostAddress(), box.port("ssh"))
        .verify(PATIENCE)
        .getSession();
  }

  private static KeyPair read(String text) throws IOException, GeneralSecurityException {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    return SecurityUtils.loadKeyPairIdentities(
            null, NamedResource.ofName("owner"), in, FilePasswordProvider.EMPTY)
        .iterator()
        .next();
  }

  private static KeyPair fresh() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }
}
