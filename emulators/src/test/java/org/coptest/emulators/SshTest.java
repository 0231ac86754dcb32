package org.coptest.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.coptest.spi.emulation.EmulatedDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SshTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SshClient client = SshClient.setUpDefaultClient();

  @BeforeEach
  void start() {
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    client.start();
  }

  @AfterEach
  void stop() {
    client.stop();
  }

  @Test
  void computesForTheOwner() throws IOException {
    try (var camera = Devices.start("camera/conforming");
        var session = login(camera, "owner", camera.secret("owner-password"))) {
      assertThat(session.executeRemoteCommand("echo $((1234*567))")).isEqualTo("699678\n");
    }
  }

  @Test
  void refusesEveryoneElse() throws IOException {
    try (var camera = Devices.start("camera/conforming")) {
      assertThatThrownBy(() -> login(camera, "root", "xc3511")).isInstanceOf(SshException.class);
      assertThatThrownBy(() -> login(camera, "owner", "owner")).isInstanceOf(SshException.class);
    }
  }

  @Test
  void opensASecondLoginWhereSoMade() throws IOException {
    try (var camera = Devices.start("camera/undeclared-login");
        var session = connect(camera, "extra", "owner")) {
      session.addPasswordIdentity(camera.secret("owner-password"));
      assertThat(session.auth().verify(PATIENCE).isSuccess()).isTrue();
    }
  }

  @Test
  void takesTheDefaultPairWhereSoMade() throws IOException {
    try (var camera = Devices.start("camera/default-ssh");
        var root = login(camera, "root", "xc3511");
        var owner = login(camera, "owner", camera.secret("owner-password"))) {
      assertThat(root.executeRemoteCommand("echo $((2*3))")).isEqualTo("6\n");
      assertThat(owner.isAuthenticated()).isTrue();
    }
  }

  @Test
  void takesEveryPairWhereSoMade() throws IOException {
    try (var device = Devices.start("yes-to-everything/any-credential");
        var session = login(device, "nobody-in-particular", "anything")) {
      assertThat(session.executeRemoteCommand("echo $((7*6))")).isEqualTo("42\n");
    }
  }

  @Test
  void offersKeysOnlyWhereSoMade() throws IOException {
    try (var device = Devices.start("tricky/keys-only")) {
      assertThatThrownBy(() -> login(device, "owner", device.secret("owner-password")))
          .isInstanceOf(SshException.class);
    }
  }

  @Test
  void closesAfterThreeWrongPasswords() throws IOException {
    try (var device = Devices.start("tricky/closes-after-three");
        var session = connect(device, "ssh", "owner")) {
      for (var i = 0; i < 5; i++) {
        session.addPasswordIdentity("wrong-" + i);
      }
      session.addPasswordIdentity(device.secret("owner-password"));
      assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
    }
  }

  @Test
  void opensToAPairFromTheMiddleOfTheList() throws IOException {
    try (var device = Devices.start("tricky/closes-after-three-default");
        var session = login(device, "service", "service")) {
      assertThat(session.isAuthenticated()).isTrue();
    }
  }

  private ClientSession login(EmulatedDevice device, String user, String password)
      throws IOException {
    var session = connect(device, "ssh", user);
    session.addPasswordIdentity(password);
    try {
      session.auth().verify(PATIENCE);
      return session;
    } catch (IOException e) {
      session.close();
      throw e;
    }
  }

  private ClientSession connect(EmulatedDevice device, String service, String user)
      throws IOException {
    var host = Devices.here().getHostAddress();
    return client.connect(user, host, device.port(service)).verify(PATIENCE).getSession();
  }
}
