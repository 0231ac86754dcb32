package org.coptest.harness.target.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.coptest.harness.target.net.identity.SshHostKeys;
import org.coptest.spi.declaration.Pace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SshHostKeysTest {
  private static final String ED25519 = "ssh-ed25519";
  private static final String RSA = "ssh-rsa";
  private final ScriptedSsh ssh = new ScriptedSsh("curve25519-sha256", ED25519);

  private static TestBench bench(LoopServer server, String... lines) throws Exception {
    var check = SshHostKeys.of(Declared.at(server.address(), lines));
    var settings = TestBench.settings(Pace.UNLIMITED, server.address());
    return TestBench.with(settings.watching(List.of(check)));
  }

  private static TestBench declaring(LoopServer server) throws Exception {
    return bench(server, Declared.logIntf("ssh", server.endpoint().port()));
  }

  /** As after a probe: something went on, so the marks are read anew. */
  private static Optional<String> check(TestBench bench) throws Exception {
    bench.dut.awaitHttp();
    return bench.dut.identityChange();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curve25519-sha256",
        "ecdh-sha2-nistp256,ecdh-sha2-nistp384",
        "diffie-hellman-group-exchange-sha1,diffie-hellman-group1-sha1"
      })
  void readsTheKeyThatTheExchangeShows(String exchange) throws Exception {
    var device = new ScriptedSsh(exchange, ED25519).sayingBefore("keep out");
    try (var server = new LoopServer("127.38.0.1", device);
        var bench = declaring(server)) {
      assertThat(check(bench)).isEmpty();
      assertThat(bench.dut.identityMarks())
          .containsEntry(
              "SSH host key of " + server.endpoint().text(),
              ScriptedSsh.print(device.key(ED25519)) + " (ssh-ed25519)");
    }
  }

  @Test
  void noticesAnotherKey() throws Exception {
    try (var server = new LoopServer("127.38.0.2", ssh);
        var bench = declaring(server)) {
      assertThat(check(bench)).isEmpty();
      assertThat(check(bench)).isEmpty();
      var before = ScriptedSsh.print(ssh.key(ED25519));
      ssh.becomeAnother();

      assertThat(check(bench).orElseThrow()).contains(before, ScriptedSsh.print(ssh.key(ED25519)));
      assertThat(check(bench)).isPresent();
    }
  }

  @Test
  void connectsOnceForEachLookAfterTheFirst() throws Exception {
    try (var server = new LoopServer("127.38.0.3", ssh);
        var bench = declaring(server)) {
      check(bench);
      assertThat(ssh.served()).isEqualTo(2);
      check(bench);
      assertThat(ssh.served()).isEqualTo(3);
      bench.dut.identityChange();
      assertThat(ssh.served()).as("nothing happened since").isEqualTo(3);
    }
  }

  @Test
  void doesNotUseAKeyThatIsNewEachTime() throws Exception {
    ssh.makeKeysOnTheFly();
    try (var server = new LoopServer("127.38.0.4", ssh);
        var bench = declaring(server)) {
      assertThat(check(bench)).isEmpty();
      assertThat(check(bench)).isEmpty();
      assertThat(bench.dut.identityMarks()).isEmpty();
      assertThat(ssh.served()).isEqualTo(2);
    }
  }

  @Test
  void findsTheDeclaredKeyBesideOthers() throws Exception {
    var several = new ScriptedSsh("curve25519-sha256", RSA, "ecdsa-sha2-nistp256", ED25519);
    try (var server = new LoopServer("127.38.0.5", several);
        var bench =
            bench(
                server,
                "identity: {sshHostKey: \"%s\"}".formatted(ScriptedSsh.print(several.key(RSA))),
                Declared.logIntf("ssh", server.endpoint().port()))) {
      assertThat(check(bench)).isEmpty();
      int served = several.served();
      assertThat(check(bench)).isEmpty();
      assertThat(several.served()).isEqualTo(served + 1);

      several.becomeAnother();
      assertThat(check(bench).orElseThrow()).contains("ssh-rsa host key of");
    }
  }

  @Test
  void saysWhatIsDeclaredWhereAndWhatIsThere() throws Exception {
    var declared = ScriptedSsh.print(ScriptedSsh.key(ED25519, "of the device that was ordered"));
    try (var server = new LoopServer("127.38.0.6", ssh);
        var bench =
            bench(
                server,
                "identity: {sshHostKey: \"%s\"}".formatted(declared),
                Declared.logIntf("ssh", server.endpoint().port()))) {
      assertThat(check(bench).orElseThrow())
          .contains(declared, ScriptedSsh.print(ssh.key(ED25519)))
          .contains("identity.sshHostKey (", ".yaml:4:15)");
      assertThat(check(bench)).as("it stays another device").isPresent();
    }
  }

  @Test
  void learnsFromAnyProbeThatAPortSpeaksSsh() throws Exception {
    try (var server = new LoopServer("127.38.0.7", ssh);
        var bench = bench(server)) {
      assertThat(check(bench)).isEmpty();
      assertThat(bench.dut.identityMarks()).isEmpty();
      try (var channel = bench.dut.open(server.endpoint())) {
        channel.receive(Duration.ofSeconds(5));
      }

      assertThat(check(bench)).isEmpty();
      assertThat(bench.dut.identityMarks()).hasSize(1);
    }
  }

  @Test
  void doesNotAskAPortInVainForEver() throws Exception {
    var served = new AtomicInteger();
    LoopServer.Part closing =
        socket -> {
          served.incrementAndGet();
          socket.close();
        };
    try (var server = new LoopServer("127.38.0.8", closing);
        var bench = declaring(server)) {
      for (int i = 0; i < 5; i++) {
        assertThat(check(bench)).isEmpty();
      }
      assertThat(served).hasValue(2);
    }
  }

  @Test
  void leavesATarpitWithinItsTime() throws Exception {
    try (var server = new LoopServer("127.38.0.9", DeviceParts::drip);
        var bench = declaring(server)) {
      long began = System.nanoTime();
      assertThat(check(bench)).isEmpty();

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
      assertThat(bench.dut.identityMarks()).isEmpty();
    }
  }

  @Test
  void aKeyThatIsHiddenForAMomentIsNoChange() throws Exception {
    try (var server = new LoopServer("127.38.0.10", ssh);
        var bench = declaring(server)) {
      check(bench);
      server.play(Socket::close);
      assertThat(check(bench)).isEmpty();
      server.play(ssh);
      assertThat(check(bench)).isEmpty();
      ssh.becomeAnother();
      assertThat(check(bench)).isPresent();
    }
  }

  @Test
  void survivesWhateverIsSent() throws Exception {
    var random = new Random(38);
    int read = 0;
    var good = new ByteArrayOutputStream();
    good.writeBytes("SSH-2.0-x\r\n".getBytes(US_ASCII));
    good.writeBytes(ScriptedSsh.packet(ssh.proposal()));
    good.writeBytes(ScriptedSsh.packet(ScriptedSsh.reply(ssh.key(ED25519))));
    try (var server = new LoopServer("127.38.0.11", ssh)) {
      for (int i = 0; i < 150; i++) {
        var bytes = mutated(good.toByteArray(), random);
        server.play(socket -> {
          socket.getOutputStream().write(bytes);
          socket.shutdownOutput();
          socket.getInputStream().readAllBytes();
        });
        try (var bench = declaring(server)) {
          assertThat(check(bench)).isEmpty();
          var marks = bench.dut.identityMarks().values();
          assertThat(marks).allMatch(mark -> mark.startsWith("SHA256:") && mark.length() < 128);
          read += marks.size();
        }
      }
    }
    assertThat(read).as("some mutations leave a key").isBetween(1, 149);
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return random.nextInt(4) > 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }
}
