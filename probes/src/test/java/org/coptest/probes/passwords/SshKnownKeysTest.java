package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.BiPredicate;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.instrument.ssh.SshKeys;
import org.coptest.probes.passwords.SshKeyShown.Role;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.TcpServer;
import org.coptest.probes.testing.TestBench;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

class SshKnownKeysTest {
  private final SshKnownKeysList list = SshKnownKeysList.bundled();
  private final SshKnownKeys probe = new SshKnownKeys(list, LoginScene.SHORT);

  @Test
  void passesAServerThatRefusesEveryPublishedKeyAndFreshOnes() throws Exception {
    try (var server = FakeSsh.taking((u, p) -> false).start()) {
      var trials = observe(scene(server));
      var row = known(scene(server), trials);

      assertThat(row.verdict()).isEqualTo(Verdict.PASS);
      assertThat(row.subject()).endsWith("/keys");
      assertThat(row.reason()).contains("refused 9 of 9 keys").contains("6 accounts");
      assertThat(only(trials).in(Role.CONTROL)).allMatch(SshKeyShown::refused);
    }
  }

  @Test
  void failsAServerThatAuthorisesAPublishedKey() throws Exception {
    try (var server =
        FakeSsh.taking((u, p) -> false).authorising(holding("root", "ssh-rsa", 8)).start()) {
      var row = known(scene(server), observe(scene(server)));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).contains("Vagrant insecure key (RSA)").contains("account root");
      assertThat(row.evidence()).hasSize(2);
    }
  }

  @Test
  void findsAKeyOfTheAccountThatItsSourceNames() throws Exception {
    try (var server =
        FakeSsh.taking((u, p) -> false).authorising(holding("mateidu", "ssh-rsa", 1)).start()) {
      assertThat(known(scene(server), observe(scene(server))).reason()).contains("account mateidu");
    }
  }

  @Test
  void findsAKeyOnAServerThatClosesAfterThreeRefusals() throws Exception {
    try (var server =
        FakeSsh.taking((u, p) -> false)
            .authorising(holding("admin", "ssh-rsa", 3))
            .closingAfter(3)
            .start()) {
      assertThat(known(scene(server), observe(scene(server))).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void findsAKeyOnAServerWithOldAlgorithmsOnly() throws Exception {
    try (var server =
        FakeSsh.taking((u, p) -> false).authorising(holding("root", "ssh-rsa", 1)).old().start()) {
      assertThat(known(scene(server), observe(scene(server))).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void voidsTheListWhereAnyKeySeemsAuthorised() throws Exception {
    try (var server = FakeSsh.taking((u, p) -> false).authorising((u, k) -> true).start()) {
      assertThat(Rows.cause(known(scene(server), observe(scene(server)))))
          .isEqualTo(Cause.CONTROL_FAILED);
    }
  }

  @Test
  void hasNoRowWhereNoKeysAreTaken() throws Exception {
    try (var server = FakeSsh.taking((u, p) -> false).methods("password").start()) {
      var scene = scene(server);

      assertThat(scene.judge(new NoKnownSshKey(), observe(scene))).isEmpty();
    }
  }

  @Test
  void isUndecidedWhenConnectionsEndUnanswered() throws Exception {
    try (var server = TcpServer.playing((socket, turn) -> socket.close())) {
      var scene = new LoginScene(server.port(), Protocol.SSH, false);

      assertThat(Rows.cause(known(scene, observe(scene)))).isEqualTo(Cause.RATE_LIMITED);
    }
  }

  @Test
  void keysAloneAreEffectiveWhenTheDeclaredOneIsTakenAndFreshOnesAreNot() throws Exception {
    var pair = SshKeys.fresh("ssh-rsa");
    var written = new java.io.ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "", null, written);
    try (var server =
        FakeSsh.taking((u, p) -> false)
            .methods("publickey")
            .authorising((u, k) -> u.equals("owner") && KeyUtils.compareKeys(k, pair.getPublic()))
            .withCommands()
            .start()) {
      var with = keyed(scene(server), written.toString(java.nio.charset.StandardCharsets.UTF_8));
      var without = scene(server);

      assertThat(effective(with).verdict()).isEqualTo(Verdict.PASS);
      assertThat(Rows.cause(effective(without))).isEqualTo(Cause.MISSING_INPUT);
      assertThat(Rows.cause(effective(keyed(scene(server), "no key"))))
          .isEqualTo(Cause.MISSING_INPUT);
    }
  }

  @Test
  void isUndecidedWhenTheDeclaredKeyIsNotTaken() throws Exception {
    var written = new java.io.ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
        SshKeys.fresh("ssh-rsa"), "", null, written);
    try (var server = FakeSsh.taking((u, p) -> false).methods("publickey").start()) {
      var scene = keyed(scene(server), written.toString(java.nio.charset.StandardCharsets.UTF_8));

      assertThat(Rows.cause(effective(scene))).isEqualTo(Cause.CONTROL_FAILED);
    }
  }

  @Test
  void failsAServerThatLetsInWhoeverSigns() throws Exception {
    try (var server =
        FakeSsh.taking((u, p) -> false)
            .methods("publickey")
            .authorising((u, k) -> true)
            .withCommands()
            .start()) {
      var row = effective(scene(server));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).contains("takes keys that nobody authorised");
    }
  }

  @Test
  void theListIsWhatItSaysItIs() throws Exception {
    assertThat(list.keys()).hasSize(9);
    var file = CredentialList.file("known-ssh-keys");
    assertThat(file.about()).isEqualTo(list.about());
    for (int i = 0; i < 9; i++) {
      var digest =
          java.security.MessageDigest.getInstance("SHA-256").digest(list.keys().get(i).blob());
      var print = "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
      assertThat(CredentialList.fields(file.lines().get(i)).get(3)).isEqualTo(print);
    }
  }

  private BiPredicate<String, PublicKey> holding(String user, String type, int index) {
    assertThat(list.keys().get(index).type()).isEqualTo(type);
    return (u, key) -> u.equals(user) && Arrays.equals(blob(key), list.keys().get(index).blob());
  }

  private static byte[] blob(PublicKey key) {
    var buffer = new ByteArrayBuffer();
    buffer.putRawPublicKey(key);
    return buffer.getCompactData();
  }

  private static LoginScene scene(FakeSsh server) {
    return new LoginScene(server.port(), Protocol.SSH, false);
  }

  private static LoginScene keyed(LoginScene scene, String key) {
    var secret = new Secret("${file:key}", key);
    return scene.declaring(
        "validCredential", Declared.row(Credential.class, "user", "owner", "key", secret));
  }

  private SshKeyTrials observe(LoginScene scene) throws Exception {
    var port = scene.services().found().getFirst().port();
    var bench =
        TestBench.of(scene.dut(), scene.target(), scene.services(), LoginScene.sweeps(port));
    return probe.observe(bench, scene.dut().evidence());
  }

  private static SshKeyTrial only(SshKeyTrials trials) {
    assertThat(trials.surfaces()).hasSize(1);
    return trials.surfaces().getFirst();
  }

  private static RowJudgement known(LoginScene scene, SshKeyTrials trials) {
    return Rows.single(scene.judge(new NoKnownSshKey(), trials));
  }

  private RowJudgement effective(LoginScene scene) throws Exception {
    var passwords = scene.observe(new SshDefaults(LoginScene.list(), LoginScene.SHORT));
    return Rows.single(scene.judge(new AuthenticationIsEffective(), passwords, observe(scene)));
  }
}
