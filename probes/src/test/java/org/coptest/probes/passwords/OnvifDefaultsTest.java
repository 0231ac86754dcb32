package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

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

class OnvifDefaultsTest {
  private final OnvifDefaults probe = new OnvifDefaults(LoginScene.list(), LoginScene.SHORT);

  @Test
  void refusesTheListOfADeviceWithItsOwnPassword() throws Exception {
    for (var fake : List.of(own(), own().digest(), own().ahead(Duration.ofHours(1)))) {
      try (var server = TcpServer.playing(fake)) {
        var scene = scene(server).valid("svc", "Xp9-unique");
        var trials = scene.observe(probe);

        assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
        assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
        assertThat(only(trials).in(AttemptRole.VALID)).allMatch(a -> a.proof() == Proof.REFERENCE);
      }
    }
  }

  @Test
  void failsAListedPairOfADeviceWhoseClockIsAnHourBehind() throws Exception {
    try (var server =
        TcpServer.playing(new FakeOnvif("root", "xc3511").ahead(Duration.ofHours(-1)))) {
      var scene = scene(server);
      var trials = scene.observe(probe);
      var row = known(scene, trials);

      assertThat(row).isInstanceOf(RowJudgement.Fail.class);
      assertThat(row.reason()).contains("accepted list entry mirai:01").contains("REFERENCE");
      assertThat(row.evidence()).hasSize(2);
    }
  }

  @Test
  void takesNoOperationForEverybodyForABypassOrAProof() throws Exception {
    var open = new String[] {"GetSystemDateAndTime", "GetDeviceInformation"};
    try (var server = TcpServer.playing(own().opening(open))) {
      var scene = scene(server).valid("svc", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.PASSWORD);
      assertThat(only(trials).looks().getFirst().reference()).isEqualTo("GetNetworkInterfaces");
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void failsAuthenticationWhereUsersAreNamedToEverybody() throws Exception {
    try (var server = TcpServer.playing(own().opening("GetSystemDateAndTime", "GetUsers"))) {
      assertOpen(scene(server).valid("svc", "Xp9-unique"));
    }
  }

  @Test
  void failsAuthenticationWhereTheDeclaredOperationIsForEverybody() throws Exception {
    try (var server =
        TcpServer.playing(own().opening("GetSystemDateAndTime", "GetDeviceInformation"))) {
      assertOpen(
          scene(server)
              .valid("svc", "Xp9-unique")
              .declaring("protectedReference", "GetDeviceInformation"));
    }
  }

  private void assertOpen(LoginScene scene) throws Exception {
    var trials = scene.observe(probe);

    assertThat(only(trials).mechanism()).isEqualTo(Mechanism.OPEN);
    assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(effective(scene, trials).evidence()).hasSize(2);
  }

  @Test
  void failsAuthenticationAndNotTheListWhereAnyTokenIsTaken() throws Exception {
    try (var server = TcpServer.playing(own().everybody())) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void saysNothingAboutAWebServerThatIsNoOnvifDevice() throws Exception {
    try (var server = TcpServer.playing(own().withoutSoap())) {
      var scene = new LoginScene(server.port(), Protocol.HTTP, false);

      assertThat(scene.observe(probe).surfaces()).isEmpty();
    }
  }

  @Test
  void isUndecidedAboutADeclaredOnvifLoginThatDoesNotAnswer() throws Exception {
    try (var server = TcpServer.playing(own().withoutSoap())) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void failsAnOnvifLoginThatIsNotDeclared() throws Exception {
    try (var server = TcpServer.playing(own())) {
      var scene = new LoginScene(server.port(), Protocol.HTTP, false).declaring("protocol", "http");
      var trials = scene.observe(probe);
      var row = Rows.about(scene.judge(new LoginSurfacesAreDeclared(), trials), "LogIntf-1/onvif");

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void neverCountsDroppedConnectionsAsRefusals() throws Exception {
    try (var server = TcpServer.playing(own().closesAfter(8))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.RATE_LIMITED);
      assertThat(only(trials).tried()).isLessThan(only(trials).total());
    }
  }

  @Test
  void concludesNothingFromNoiseResetsOrEndlessBodies() throws Exception {
    var random = new Random(5);
    var head = "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\n\r\n<e:Envelope>";
    List<TcpServer.Script> hostile =
        List.of(
            (socket, turn) -> {
              socket.getInputStream().read();
              socket.setSoLinger(true, 0);
              socket.close();
            },
            (socket, turn) -> {
              socket.getInputStream().read();
              var noise = new byte[1 + random.nextInt(2000)];
              random.nextBytes(noise);
              socket.getOutputStream().write(noise);
            },
            (socket, turn) -> {
              socket.getInputStream().read();
              socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
              while (!socket.isClosed()) {
                socket
                    .getOutputStream()
                    .write("<a>".repeat(3000).getBytes(StandardCharsets.US_ASCII));
              }
            });
    for (var script : hostile) {
      try (var server = TcpServer.playing(script)) {
        var scene = scene(server);
        var trials = scene.observe(probe);

        assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(only(trials).attempts()).noneMatch(a -> a.outcome() == LoginOutcome.REJECTED);
      }
    }
  }

  private static FakeOnvif own() {
    return new FakeOnvif("svc", "Xp9-unique");
  }

  private static LoginScene scene(TcpServer server) {
    return new LoginScene(server.port(), Protocol.HTTP, false).declaring("protocol", "onvif");
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
