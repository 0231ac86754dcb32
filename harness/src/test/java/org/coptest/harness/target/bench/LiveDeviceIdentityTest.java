package org.coptest.harness.target.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.coptest.harness.engine.CampaignProgress;
import org.coptest.harness.engine.OpenDevice.Life;
import org.coptest.harness.target.net.Declared;
import org.coptest.harness.target.net.LoopServer;
import org.coptest.harness.target.net.MemoryRecord;
import org.coptest.harness.target.net.ScriptedSsh;
import org.coptest.spi.declaration.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LiveDeviceIdentityTest {
  private final ScriptedSsh ssh = new ScriptedSsh("curve25519-sha256", "ssh-ed25519");
  private final MemoryRecord record = new MemoryRecord();

  private LiveDevice device(LoopServer server, String... lines) throws Exception {
    var target = Declared.at(server.address(), lines);
    return new LiveDevice(
        target, List.of(server.address()), Pace.UNLIMITED, record, CampaignProgress.silent());
  }

  private static String ssh(LoopServer server) {
    return Declared.logIntf("ssh", server.endpoint().port());
  }

  @Test
  void anotherHostKeyAfterAProbeIsAnotherDevice() throws Exception {
    try (var server = new LoopServer("127.40.0.1", ssh);
        var device = device(server, ssh(server))) {
      assertThat(device.life()).isEqualTo(Life.ALIVE);
      assertThat(record.notes).singleElement().asString().contains("identity-read", "SHA256:");
      device.begin("topic.name", Duration.ofSeconds(10));
      ssh.becomeAnother();
      device.end();

      assertThat(device.life()).isEqualTo(Life.CHANGED);
      assertThat(device.change().orElseThrow()).contains("SSH host key of", "was", "and is");
      assertThat(record.notes.getLast()).contains("identity-changed");
    }
  }

  @Test
  void aDeviceThatIsNotTheDeclaredOneIsNeverLookedAt() throws Exception {
    var declared = ScriptedSsh.print(ssh.key("ssh-ed25519"));
    ssh.becomeAnother();
    try (var server = new LoopServer("127.40.0.2", ssh);
        var device =
            device(server, "identity: {sshHostKey: \"%s\"}".formatted(declared), ssh(server))) {
      assertThat(device.life()).isEqualTo(Life.CHANGED);
      assertThat(device.change().orElseThrow())
          .contains(declared, ScriptedSsh.print(ssh.key("ssh-ed25519")), ".yaml:4:15");
    }
  }

  @Test
  void theDeclaredDeviceIsAlive() throws Exception {
    var declared = ScriptedSsh.print(ssh.key("ssh-ed25519"));
    try (var server = new LoopServer("127.40.0.3", ssh);
        var device =
            device(server, "identity: {sshHostKey: \"%s\"}".formatted(declared), ssh(server))) {
      assertThat(device.life()).isEqualTo(Life.ALIVE);
      assertThat(device.change()).isEmpty();
    }
  }
}
