package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.coptest.probes.instrument.login.AttemptRole;
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

class FtpDefaultsTest {
  private final FtpDefaults probe =
      new FtpDefaults(LoginScene.list(), LoginScene.SHORT, Duration.ofMillis(400));

  @Test
  void refusesTheListOfADeviceWithItsOwnPassword() throws Exception {
    try (var server = TcpServer.playing(FakeFtp.of("svc", "Xp9-unique"))) {
      var scene = scene(server).valid("svc", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(scene.judge(new LoginSurfacesAreDeclared(), trials))
          .extracting(RowJudgement::verdict)
          .containsOnly(Verdict.PASS);
      assertThat(only(trials).in(AttemptRole.VALID))
          .allMatch(a -> a.proof() == Proof.FILE_TRANSFER);
    }
  }

  @Test
  void failsAListedPairWithTwoSightingsAndWithoutShowingThePassword() throws Exception {
    try (var server = TcpServer.playing(FakeFtp.of("root", "xc3511"))) {
      var scene = scene(server);
      var trials = scene.observe(probe);
      var row = known(scene, trials);

      assertThat(row).isInstanceOf(RowJudgement.Fail.class);
      assertThat(row.reason()).contains("accepted list entry mirai:01").contains("FILE_TRANSFER");
      assertThat(row.evidence()).hasSize(2);
      assertThat(scene.dut().evidence().body(row.evidence().getFirst()))
          .contains("PASS [redacted]")
          .doesNotContain("xc3511");
    }
  }

  @Test
  void failsAuthenticationWhereAnonymousIsLetInAfterAnyPassword() throws Exception {
    try (var server = TcpServer.playing(new FakeFtp((u, p) -> u.equals("anonymous")))) {
      assertServesWithoutLogin(server);
    }
  }

  @Test
  void failsAuthenticationWhereAnonymousIsLetInByItsNameAlone() throws Exception {
    try (var server = TcpServer.playing(FakeFtp.of("svc", "Xp9-unique").opens("anonymous"))) {
      assertServesWithoutLogin(server);
    }
  }

  private void assertServesWithoutLogin(TcpServer server) throws Exception {
    var scene = scene(server).valid("svc", "Xp9-unique");
    var trials = scene.observe(probe);

    assertThat(only(trials).mechanism()).isEqualTo(Mechanism.OPEN);
    assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(effective(scene, trials).evidence()).hasSize(2);
    assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void blamesAuthenticationAndNotTheListWhereAUserNeedsNoPassword() throws Exception {
    try (var server = TcpServer.playing(FakeFtp.of("svc", "Xp9-unique").opens("admin"))) {
      var scene = scene(server).valid("svc", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void cannotConcludeFromAServerThatWelcomesEverybodyAndServesNothing() throws Exception {
    var decoy = new FakeFtp((u, p) -> !u.equals("anonymous")).withoutFolder(false);
    try (var server = TcpServer.playing(decoy)) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
    }
  }

  @Test
  void takesAListingOverTheDevicesOwnAddressForASession() throws Exception {
    try (var server = TcpServer.playing(FakeFtp.of("svc", "Xp9-unique").withoutFolder(true))) {
      var scene = scene(server).valid("svc", "Xp9-unique");
      var trials = scene.observe(probe);

      // The port of the listing is outside this device, so the listing cannot be had.
      assertThat(only(trials).in(AttemptRole.VALID))
          .allMatch(a -> a.proof() == Proof.SUCCESS_MESSAGE);
      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void takesARefusalOfTheNameForARefusal() throws Exception {
    try (var server = TcpServer.playing(FakeFtp.of("svc", "Xp9-unique").asksOnly("svc"))) {
      var scene = scene(server).valid("svc", "Xp9-unique");

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void callsOnly530ARefusal() throws Exception {
    for (var reply :
        List.of("430 invalid", "550 no", "331 again?", "500 OOPS: chroot", "HTTP/1.1 400")) {
      try (var server = TcpServer.playing(FakeFtp.of("svc", "Xp9-unique").refusing(reply))) {
        var scene = scene(server);
        var trials = scene.observe(probe);

        assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
        assertThat(only(trials).attempts()).noneMatch(a -> a.outcome() == LoginOutcome.REJECTED);
      }
    }
  }

  @Test
  void isThrottledBy421AndLockedByWords() throws Exception {
    try (var busy = TcpServer.playing(FakeFtp.of("a", "b").refusing("421 too many users"));
        var locked = TcpServer.playing(FakeFtp.of("a", "b").refusing("530 account is locked"))) {
      var slow = scene(busy);
      assertThat(Rows.cause(effective(slow, slow.observe(probe))))
          .isIn(Cause.RATE_LIMITED, Cause.AMBIGUOUS_RESPONSE);
      var shut = scene(locked);
      assertThat(Rows.cause(known(shut, shut.observe(probe)))).isEqualTo(Cause.LOCKED_OUT);
    }
  }

  @Test
  void neverCountsDroppedConnectionsAsRefusals() throws Exception {
    try (var server = TcpServer.playing(FakeFtp.of("svc", "Xp9-unique").closesAfter(6))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.RATE_LIMITED);
      assertThat(only(trials).tried()).isLessThan(only(trials).total());
    }
  }

  @Test
  void saysThatTlsIsDemandedAndNotOffered() throws Exception {
    var refusal = "530 Non-anonymous sessions must use encryption.";
    try (var server = TcpServer.playing(FakeFtp.of("a", "b").refusing(refusal))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.OTHER_PASSWORD);
      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.COVERAGE_PARTIAL);
    }
  }

  @Test
  void concludesNothingFromSilenceResetsOrNoise() throws Exception {
    var random = new Random(7);
    List<TcpServer.Script> hostile =
        List.of(
            (socket, turn) -> TcpServer.drain(socket),
            (socket, turn) -> {
              socket.getOutputStream().write("220 cam\r\n".getBytes(StandardCharsets.US_ASCII));
              socket.getInputStream().read();
              socket.setSoLinger(true, 0);
              socket.close();
            },
            (socket, turn) -> {
              var noise = new byte[random.nextInt(2000)];
              random.nextBytes(noise);
              socket.getOutputStream().write(noise);
            });
    for (var script : hostile) {
      try (var server = TcpServer.playing(script)) {
        var scene = scene(server);

        assertThat(Rows.cause(effective(scene, scene.observe(probe))))
            .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
      }
    }
  }

  @Test
  void countsTheAnonymousLoginInTheBudget() throws Exception {
    try (var server = TcpServer.playing(FakeFtp.of("svc", "Xp9-unique"))) {
      var scene = scene(server);
      scene.dut().loginBudget(0);

      assertThat(Rows.cause(known(scene, scene.observe(probe)))).isEqualTo(Cause.BUDGET_EXHAUSTED);
      assertThat(server.accepted()).isZero();
    }
  }

  @Test
  void boundsAReplyThatNeverEnds() throws Exception {
    var line = "220-lorem ipsum\r\n".repeat(500).getBytes(StandardCharsets.US_ASCII);
    try (var server = TcpServer.playing((socket, turn) -> pour(socket, line))) {
      var scene = scene(server);

      assertThat(Rows.cause(effective(scene, scene.observe(probe))))
          .isEqualTo(Cause.BUDGET_EXHAUSTED);
    }
  }

  private static void pour(Socket socket, byte[] line) throws IOException {
    while (!socket.isClosed()) {
      socket.getOutputStream().write(line);
    }
  }

  private static LoginScene scene(TcpServer server) {
    return new LoginScene(server.port(), Protocol.FTP, false);
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
