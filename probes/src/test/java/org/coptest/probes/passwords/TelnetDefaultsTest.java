package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginAttempt;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.instrument.telnet.Timing;
import org.coptest.probes.testing.TcpServer;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

class TelnetDefaultsTest {
  private static final Timing QUICK =
      new Timing(
          Duration.ofMillis(600),
          Duration.ofMillis(80),
          Duration.ofMillis(12),
          Duration.ofMillis(8));
  private final TelnetDefaults probe =
      new TelnetDefaults(LoginScene.list(), LoginScene.SHORT, QUICK);

  @Test
  void refusesTheListOfADeviceWithItsOwnPassword() throws Exception {
    try (var server = TcpServer.playing(console("svc", "Xp9-unique"))) {
      var scene = scene(server).valid("svc", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(only(trials).in(AttemptRole.VALID)).allMatch(a -> a.proof() == Proof.COMMAND);
    }
  }

  @Test
  void failsAdminAdminWithTwoSightingsAndWithoutShowingThePassword() throws Exception {
    try (var server = TcpServer.playing(console("admin", "admin").negotiating())) {
      var scene = scene(server);
      var trials = scene.observe(probe);
      var row = known(scene, trials);

      assertThat(row).isInstanceOf(RowJudgement.Fail.class);
      assertThat(row.reason()).contains("accepted list entry mirai:04");
      assertThat(row.evidence()).hasSize(2);
      assertThat(scene.dut().evidence().body(row.evidence().getFirst())).contains("[redacted]");
    }
  }

  @Test
  void isNotFooledByABannerWithAHashSign() throws Exception {
    try (var server =
        TcpServer.playing(console("svc", "Xp9-unique").banner("Welcome, press # for help\r\n"))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(only(trials).in(AttemptRole.CANDIDATE))
          .allMatch(a -> a.outcome() == LoginOutcome.REJECTED);
      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
    }
  }

  @Test
  void readsPastTheWordLoginInABanner() throws Exception {
    var banner = "Each login: is recorded, password: as well.\r\n\r\n";
    try (var server = TcpServer.playing(console("svc", "Xp9-unique").banner(banner))) {
      var scene = scene(server).valid("svc", "Xp9-unique");

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void findsTheWidelyKnownPasswordOfAPasswordOnlyPrompt() throws Exception {
    try (var server = TcpServer.playing(console("", "letmein").passwordOnly().menuOnly())) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(only(trials).in(AttemptRole.CONFIRMATION).map(LoginAttempt::proof))
          .containsExactly(Proof.STABLE_PROMPT);
    }
  }

  @Test
  void learnsPromptsInWordsItDoesNotKnow() throws Exception {
    try (var server = TcpServer.playing(console("admin", "1234").userPrompt("Kayttaja? nimi> "))) {
      var scene = scene(server);

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void failsAuthenticationAndNotTheListWhereAnyCredentialIsTaken() throws Exception {
    try (var server = TcpServer.playing(new FakeConsole((user, password) -> true))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void failsAuthenticationOfAShellWithoutLogin() throws Exception {
    try (var server = TcpServer.playing(console("", "").withoutLogin())) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.OPEN);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(effective(scene, trials).evidence()).hasSize(2);
    }
  }

  @Test
  void takesAHangUpAfterThePasswordForARefusal() throws Exception {
    try (var server = TcpServer.playing(console("svc", "Xp9-unique").closesAfterFailure())) {
      var scene = scene(server).valid("svc", "Xp9-unique");

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void cannotTellAnythingFromSilence() throws Exception {
    try (var server = TcpServer.playing((socket, turn) -> TcpServer.drain(socket))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void givesUpOnAConsoleThatDripsOrFloods() throws Exception {
    var flood = "lorem ipsum ".repeat(700).getBytes(StandardCharsets.US_ASCII);
    try (var drip = TcpServer.playing((socket, turn) -> trickle(socket));
        var floods = TcpServer.playing((socket, turn) -> pour(socket, flood))) {
      for (var server : List.of(drip, floods)) {
        var scene = scene(server);

        assertThat(Rows.cause(known(scene, scene.observe(probe))))
            .isEqualTo(Cause.BUDGET_EXHAUSTED);
      }
    }
  }

  private static void trickle(Socket socket) throws IOException, InterruptedException {
    while (!socket.isClosed()) {
      socket.getOutputStream().write('.');
      Thread.sleep(20);
    }
  }

  private static void pour(Socket socket, byte[] flood) throws IOException {
    while (!socket.isClosed()) {
      socket.getOutputStream().write(flood);
    }
  }

  @Test
  void neverCountsDroppedConnectionsAsRefusals() throws Exception {
    var console = console("svc", "Xp9-unique");
    try (var server =
        TcpServer.playing((socket, turn) -> {
          if (turn < 7) {
            console.play(socket, turn);
          }
        })) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.RATE_LIMITED);
      assertThat(only(trials).tried()).isLessThan(only(trials).total());
    }
  }

  private static FakeConsole console(String user, String password) {
    return new FakeConsole((u, p) -> u.equals(user) && p.equals(password));
  }

  private static LoginScene scene(TcpServer server) {
    return new LoginScene(server.port(), Protocol.TELNET, false);
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
