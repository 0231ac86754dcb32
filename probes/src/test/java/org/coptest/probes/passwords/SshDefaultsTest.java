package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.util.function.BiPredicate;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginAttempt;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.testing.TcpServer;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

class SshDefaultsTest {
  private final SshDefaults probe = new SshDefaults(LoginScene.list(), LoginScene.SHORT);

  @Test
  void passesADeviceWithItsOwnPassword() throws Exception {
    try (var server = taking("root", "Xp9-unique").withCommands().start()) {
      var scene = scene(server.port()).valid("root", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(only(trials).in(AttemptRole.VALID)).allMatch(a -> a.proof() == Proof.COMMAND);
    }
  }

  @Test
  void passesWithoutAValidCredentialBecauseRefusalsAreTyped() throws Exception {
    try (var server = taking("root", "Xp9-unique").start()) {
      var scene = scene(server.port());
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
    }
  }

  @Test
  void failsAnEntryOfTheMiraiTable() throws Exception {
    try (var server = taking("root", "xc3511").withCommands().start()) {
      var scene = scene(server.port());
      var row = known(scene, scene.observe(probe));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).contains("mirai:01").contains("session: COMMAND");
    }
  }

  @Test
  void failsAnAccountThatHasNoShell() throws Exception {
    try (var server = taking("admin", "admin").forwarding().start()) {
      var scene = scene(server.port());
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(only(trials).in(AttemptRole.CONFIRMATION).map(LoginAttempt::proof))
          .containsExactly(Proof.FORWARDING);
    }
  }

  @Test
  void fallsBackToOldAlgorithmsOnceADeviceHasNoOthers() throws Exception {
    try (var server = taking("admin", "1234").old().start()) {
      var scene = scene(server.port());
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(only(trials).looks().getFirst().detail()).contains("old algorithms only");
      // The server may not have read the one offer without them before the client was gone.
      assertThat(server.exchanges())
          .anyMatch(offered -> offered.contains("diffie-hellman-group1-sha1"))
          .filteredOn(offered -> !offered.contains("sha1"))
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void neverOffersOldAlgorithmsToADeviceOfOurTime() throws Exception {
    try (var server = taking("root", "Xp9-unique").start();
        var front = dropping(server.port(), 6)) {
      scene(front.port()).observe(probe);

      assertThat(server.exchanges()).isNotEmpty().noneMatch(offered -> offered.contains("sha1"));
    }
  }

  @Test
  void voidsTheListWhereAnyCredentialIsTaken() throws Exception {
    try (var server = FakeSsh.taking((user, password) -> true).withCommands().start()) {
      var scene = scene(server.port());
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void callsADecoyThatLetsNobodyDoAnythingUndecided() throws Exception {
    try (var server = FakeSsh.taking((user, password) -> true).start()) {
      var scene = scene(server.port());

      assertThat(Rows.cause(effective(scene, scene.observe(probe))))
          .isEqualTo(Cause.CONTROL_FAILED);
    }
  }

  @Test
  void aServerThatTakesKeysOnlyKnowsNoPasswordAndLeavesWrongKeysUntried() throws Exception {
    try (var server = taking("root", "xc3511").methods("publickey").start()) {
      var scene = scene(server.port());
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.NO_PASSWORD);
      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.NOT_TESTED);
    }
  }

  @Test
  void answersThePromptsOfKeyboardInteractive() throws Exception {
    try (var server = taking("root", "xc3511").methods("keyboard-interactive").start()) {
      var scene = scene(server.port());

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void takesNoFirstFactorForALogin() throws Exception {
    try (var server =
        taking("root", "xc3511").asking(pair("root", "xc3511"), "Password: ", "Code: ").start()) {
      var scene = scene(server.port());
      var trials = scene.observe(probe);

      assertThat(only(trials).in(AttemptRole.CANDIDATE))
          .noneMatch(a -> a.outcome() == LoginOutcome.ACCEPTED);
      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void passesARightPasswordThatNeedsNoCode() throws Exception {
    var own = pair("root", "Xp9-unique");
    try (var server = taking("", "").asking(own, "Password: ").withCommands().start()) {
      var scene = scene(server.port()).valid("root", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void countsTwoLoginsWhereBothMethodsAreOffered() throws Exception {
    var methods = "password,keyboard-interactive";
    try (var server = taking("root", "Xp9-unique").methods(methods).start()) {
      var scene = scene(server.port());
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(scene.dut().logins()).isEqualTo(2 * only(trials).attempts().size());
    }
  }

  @Test
  void neverCountsDroppedConnectionsAsRefusals() throws Exception {
    try (var server = taking("root", "Xp9-unique").start();
        var front = dropping(server.port(), 6)) {
      var scene = scene(front.port());
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.RATE_LIMITED);
      assertThat(only(trials).tried()).isLessThan(only(trials).total());
      assertThat(only(trials).attempts().getLast().outcome()).isEqualTo(LoginOutcome.THROTTLED);
    }
  }

  @Test
  void cannotTellAnythingFromSilence() throws Exception {
    try (var server = TcpServer.playing((socket, turn) -> socket.close())) {
      var scene = scene(server.port());

      assertThat(Rows.cause(known(scene, scene.observe(probe))))
          .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  private static FakeSsh taking(String user, String password) {
    return FakeSsh.taking(pair(user, password));
  }

  private static BiPredicate<String, String> pair(String user, String password) {
    return (u, p) -> u.equals(user) && p.equals(password);
  }

  /** A front that passes on the first connections and hangs up on all later ones. */
  private static TcpServer dropping(int port, int passed) {
    return TcpServer.playing((socket, turn) -> {
      if (turn <= passed) {
        try (var behind = new Socket(InetAddress.getLoopbackAddress(), port)) {
          Thread.ofVirtual().start(() -> pump(socket, behind));
          behind.getInputStream().transferTo(socket.getOutputStream());
        }
      }
    });
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (java.io.IOException e) {
      // One side hung up; the other direction ends with it.
      return;
    }
  }

  private static LoginScene scene(int port) {
    return new LoginScene(port, Protocol.SSH, false);
  }

  private static SurfaceTrial only(LoginTrials trials) {
    assertThat(trials.surfaces()).hasSize(1);
    return trials.surfaces().getFirst();
  }

  private static RowJudgement known(LoginScene scene, LoginTrials trials) {
    return Rows.single(scene.judge(new NoDefaultCredential(), trials));
  }

  private static RowJudgement effective(LoginScene scene, LoginTrials trials) {
    return Rows.single(scene.judge(new AuthenticationIsEffective(), trials));
  }
}
