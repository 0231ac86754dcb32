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

class RtspDefaultsTest {
  private final RtspDefaults probe =
      new RtspDefaults(LoginScene.list(), LoginScene.SHORT, Duration.ofMillis(400));

  @Test
  void refusesTheListOfADeviceWithItsOwnPassword() throws Exception {
    for (var fake :
        List.of(own(), own().digest(), own().stale(), own().digest().closingAfter401())) {
      try (var server = TcpServer.playing(fake)) {
        var scene =
            scene(server).valid("svc", "Xp9-unique").declaring("protectedReference", "/live");
        var trials = scene.observe(probe);

        assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
        assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
        assertThat(only(trials).in(AttemptRole.VALID)).allMatch(a -> a.proof() == Proof.REFERENCE);
      }
    }
  }

  @Test
  void failsAListedPairWithTwoSightingsAndWithoutShowingThePassword() throws Exception {
    try (var server = TcpServer.playing(new FakeRtsp("root", "xc3511").digest())) {
      var scene = scene(server).declaring("protectedReference", "/live");
      var trials = scene.observe(probe);
      var row = known(scene, trials);

      assertThat(row).isInstanceOf(RowJudgement.Fail.class);
      assertThat(row.reason()).contains("accepted list entry mirai:01").contains("REFERENCE");
      assertThat(row.evidence()).hasSize(2);
      assertThat(scene.dut().evidence().body(row.evidence().getFirst())).doesNotContain("xc3511");
    }
  }

  @Test
  void findsTheLoginAtSetUpWhereTheDescriptionIsForEverybody() throws Exception {
    try (var server = TcpServer.playing(own().guarding("SETUP", "TEARDOWN").digest())) {
      var scene = scene(server).valid("svc", "Xp9-unique").declaring("protectedReference", "/live");
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.PASSWORD);
      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void failsTheListWhereTheLoginAtSetUpTakesAPairOfIt() throws Exception {
    try (var server =
        TcpServer.playing(new FakeRtsp("admin", "admin").guarding("SETUP", "TEARDOWN"))) {
      var scene = scene(server).declaring("protectedReference", "/live");

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void failsAuthenticationOfAStreamThatIsSetUpForEverybody() throws Exception {
    try (var server = TcpServer.playing(own().guarding())) {
      var scene = scene(server).valid("svc", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.OPEN);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(effective(scene, trials).evidence()).hasSize(2);
    }
  }

  @Test
  void failsAuthenticationAndNotTheListWhereAnyCredentialIsTaken() throws Exception {
    try (var server = TcpServer.playing(own().everybody())) {
      var scene = scene(server).declaring("protectedReference", "/live");
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void asksForThePathWhereNotFoundHidesTheLogin() throws Exception {
    try (var server = TcpServer.playing(own().pathFirst())) {
      var unknown = scene(server).valid("svc", "Xp9-unique").declaring("protectedReference", "/tv");
      var trials = unknown.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.NONE_SEEN);
      assertThat(Rows.cause(known(unknown, trials))).isEqualTo(Cause.MISSING_INPUT);
      assertThat(known(unknown, trials).reason())
          .contains("ixit.authMech[AuthMech-1].protectedReference");
    }
  }

  @Test
  void isUndecidedWhereTheCredentialIsTakenAndNothingIsAtThePath() throws Exception {
    try (var server = TcpServer.playing(own())) {
      var scene = scene(server).valid("svc", "Xp9-unique").declaring("protectedReference", "/tv");

      var row = effective(scene, scene.observe(probe));
      assertThat(Rows.cause(row)).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(row.reason()).contains("404");
    }
  }

  @Test
  void neverCountsDroppedConnectionsAsRefusals() throws Exception {
    try (var server = TcpServer.playing(own().closesAfter(6))) {
      var scene = scene(server).declaring("protectedReference", "/live");
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.RATE_LIMITED);
      assertThat(only(trials).tried()).isLessThan(only(trials).total());
    }
  }

  @Test
  void concludesNothingFromSilenceResetsOrNoise() throws Exception {
    var random = new Random(5);
    List<TcpServer.Script> hostile =
        List.of(
            (socket, turn) -> TcpServer.drain(socket),
            (socket, turn) -> {
              socket.getInputStream().read();
              socket.setSoLinger(true, 0);
              socket.close();
            },
            (socket, turn) -> {
              var noise = new byte[1 + random.nextInt(2000)];
              random.nextBytes(noise);
              socket.getOutputStream().write(noise);
            },
            (socket, turn) ->
                socket
                    .getOutputStream()
                    .write("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII)));
    for (var script : hostile) {
      try (var server = TcpServer.playing(script)) {
        var scene = scene(server);
        var trials = scene.observe(probe);

        assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
        assertThat(only(trials).attempts()).noneMatch(a -> a.outcome() == LoginOutcome.REJECTED);
      }
    }
  }

  @Test
  void boundsAResponseThatNeverEnds() throws Exception {
    var huge = "RTSP/1.0 200 OK\r\nContent-Length: 1000000000\r\n\r\n";
    var endless = "RTSP/1.0 200 OK\r\n" + "A: b\r\n".repeat(300);
    for (var text : List.of(huge, endless)) {
      try (var server = TcpServer.playing((socket, turn) -> pour(socket, text))) {
        var scene = scene(server);

        assertThat(Rows.cause(effective(scene, scene.observe(probe))))
            .isEqualTo(Cause.BUDGET_EXHAUSTED);
      }
    }
  }

  private static void pour(Socket socket, String text) throws IOException {
    socket.getInputStream().read();
    while (!socket.isClosed()) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static FakeRtsp own() {
    return new FakeRtsp("svc", "Xp9-unique");
  }

  private static LoginScene scene(TcpServer server) {
    return new LoginScene(server.port(), Protocol.RTSP, false);
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
