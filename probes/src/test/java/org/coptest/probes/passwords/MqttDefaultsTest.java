package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginAttempt;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.probes.instrument.mqtt.MqttTiming;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.testing.TcpServer;
import org.coptest.probes.testing.TlsServer;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttDefaultsTest {
  private static final MqttTiming QUICK =
      new MqttTiming(Duration.ofMillis(400), Duration.ofMillis(30), Duration.ofMillis(200));
  private static final byte[] CONNACK_0 = {0x20, 2, 0, 0};
  private final MqttDefaults probe = new MqttDefaults(LoginScene.list(), LoginScene.SHORT, QUICK);

  @Test
  void passesABrokerWithItsOwnPassword() throws Exception {
    try (var server = TcpServer.playing(broker("box", "Xp9-unique"))) {
      var scene = scene(server).valid("box", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(declared(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(only(trials).in(AttemptRole.VALID)).allMatch(a -> a.proof() == Proof.REFERENCE);
    }
  }

  @Test
  void passesWithoutAValidCredentialBecauseTheRefusalIsTyped() throws Exception {
    try (var server = TcpServer.playing(broker("box", "Xp9-unique").refusing(4))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
    }
  }

  @Test
  void failsAnEntryThatIsTakenWithoutShowingThePassword() throws Exception {
    try (var server = TcpServer.playing(broker("root", "xc3511"))) {
      var scene = scene(server);
      var row = known(scene, scene.observe(probe));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).contains("accepted list entry mirai:01").contains("REFERENCE");
      assertThat(row.evidence()).hasSize(2);
      assertThat(scene.dut().evidence().body(row.evidence().getFirst()))
          .contains("[redacted]")
          .doesNotContain("xc3511");
    }
  }

  @Test
  void failsAnEntryThatIsTakenInsideTls() throws Exception {
    try (var server = TlsServer.playing(broker("admin", "admin"))) {
      var scene = new LoginScene(server.port(), Protocol.MQTT, true);
      var row = known(scene, scene.observe(probe));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).startsWith("mqtts on tcp/").contains("mirai:04");
    }
  }

  @Test
  void speaksVersion5WhereNothingElseIsSpoken() throws Exception {
    try (var sound = TcpServer.playing(broker("box", "Xp9-unique").newest());
        var weak = TcpServer.playing(broker("admin", "1234").newest())) {
      var passing = scene(sound).valid("box", "Xp9-unique");
      var failing = scene(weak);

      assertThat(known(passing, passing.observe(probe)).verdict()).isEqualTo(Verdict.PASS);
      assertThat(known(failing, failing.observe(probe)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void findsTheVersionWhereTheOldOneIsHungUpOn() throws Exception {
    var broker = broker("admin", "1234");
    try (var server =
        TcpServer.playing((socket, turn) -> {
          if (turn > 1) {
            broker.newest().play(socket, turn);
          }
        })) {
      var scene = scene(server);

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void failsAuthenticationAndNotTheListOfAnAnonymousBroker() throws Exception {
    try (var server = TcpServer.playing(new FakeBroker((u, p) -> true).anonymous())) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.OPEN);
      assertThat(only(trials).attempts()).isEmpty();
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(scene.judge(new NoDefaultCredential(), trials))
          .noneMatch(row -> row.verdict() == Verdict.FAIL);
    }
  }

  @Test
  void failsAuthenticationAndNotTheListWhereAnyNameIsTaken() throws Exception {
    try (var server = TcpServer.playing(new FakeBroker((u, p) -> true))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void callsNoBrokerOpenThatGrantsTopicsAndDeliversNothing() throws Exception {
    try (var server = TcpServer.playing(new FakeBroker((u, p) -> true).anonymous().mute())) {
      var scene = scene(server).declaring("protocol", "mqtt");
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.NONE_SEEN);
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
    }
  }

  @Test
  void triesTheListBesideAnAnonymousConnectionThatReachesNothing() throws Exception {
    try (var server = TcpServer.playing(broker("admin", "admin").anonymous().mute())) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(known(scene, trials).reason()).contains("SUCCESS_MESSAGE");
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.COVERAGE_PARTIAL);
    }
  }

  @Test
  void decidesNothingWhereWrongLoginsAreTakenAndNothingIsDelivered() throws Exception {
    try (var server = TcpServer.playing(new FakeBroker((u, p) -> true).mute())) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
    }
  }

  @Test
  void isNotFooledByAConnackThatIsFollowedByTheEnd() throws Exception {
    try (var everybody = TcpServer.playing(new FakeBroker((u, p) -> true).dropping());
        var one = TcpServer.playing(broker("admin", "admin").dropping())) {
      for (var server : new TcpServer[] {everybody, one}) {
        var scene = scene(server);

        assertThat(Rows.cause(known(scene, scene.observe(probe))))
            .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
      }
    }
  }

  @Test
  void takesAnOverloadedBrokerForNoRefusal() throws Exception {
    var free = broker("box", "Xp9-unique").newest();
    var busy = broker("box", "Xp9-unique").newest().refusing(0x97);
    try (var server =
        TcpServer.playing((socket, turn) -> (turn > 5 ? busy : free).play(socket, turn))) {
      var scene = scene(server);

      assertThat(Rows.cause(known(scene, scene.observe(probe)))).isEqualTo(Cause.RATE_LIMITED);
    }
  }

  @Test
  void neverCountsSilenceOrAHangUpAsARefusal() throws Exception {
    var broker = broker("box", "Xp9-unique");
    try (var hangs = TcpServer.playing((socket, turn) -> talk(broker, socket, turn, false));
        var falls = TcpServer.playing((socket, turn) -> talk(broker, socket, turn, true))) {
      for (var server : new TcpServer[] {hangs, falls}) {
        var scene = scene(server);
        var trials = scene.observe(probe);

        assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
        assertThat(only(trials).tried()).isLessThan(only(trials).total());
      }
    }
  }

  private static void talk(FakeBroker broker, Socket socket, int turn, boolean silent)
      throws IOException {
    if (turn < 6) {
      broker.play(socket, turn);
    } else if (silent) {
      TcpServer.drain(socket);
    }
  }

  @Test
  void cannotTellAnythingFromSilenceOrResets() throws Exception {
    try (var mute = TcpServer.playing((socket, turn) -> TcpServer.drain(socket));
        var resets =
            TcpServer.playing((socket, turn) -> {
              socket.getInputStream().read();
              socket.setSoLinger(true, 0);
              socket.close();
            })) {
      for (var server : new TcpServer[] {mute, resets}) {
        var scene = scene(server);
        var trials = scene.observe(probe);

        assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
        assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
      }
    }
  }

  @Test
  void givesUpOnAPacketWithoutEnd() throws Exception {
    try (var server = TcpServer.playing((socket, turn) -> endless(socket))) {
      var scene = scene(server);

      assertThat(Rows.cause(known(scene, scene.observe(probe))))
          .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  private static void endless(Socket socket) throws IOException {
    socket.getInputStream().read();
    var out = socket.getOutputStream();
    out.write(CONNACK_0);
    var noise = new byte[8192];
    java.util.Arrays.fill(noise, (byte) 0x30);
    while (!socket.isClosed()) {
      out.write(noise);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void makesNothingOfGarbage(long seed) throws Exception {
    var random = new Random(seed);
    try (var server =
        TcpServer.playing((socket, turn) -> {
          var garbage = new byte[random.nextInt(2_000)];
          random.nextBytes(garbage);
          if (turn % 2 == 0) {
            garbage = java.util.Arrays.copyOf(garbage, garbage.length + 4);
            System.arraycopy(CONNACK_0, 0, garbage, 0, 4);
          }
          socket.getInputStream().read();
          socket.getOutputStream().write(garbage);
        })) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(scene.judge(new NoDefaultCredential(), trials))
          .allMatch(row -> row instanceof RowJudgement.Undecided);
      assertThat(scene.judge(new AuthenticationIsEffective(), trials))
          .allMatch(row -> row instanceof RowJudgement.Undecided);
    }
  }

  @Test
  void undecidesWhereTheProtocolChangesInTheMiddle() throws Exception {
    var broker = broker("box", "Xp9-unique");
    try (var server =
        TcpServer.playing((socket, turn) -> {
          if (turn < 6) {
            broker.play(socket, turn);
          } else {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes("US-ASCII"));
          }
        })) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(only(trials).attempts())
          .extracting(LoginAttempt::outcome)
          .contains(LoginOutcome.ERROR);
      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  private static FakeBroker broker(String user, String password) {
    return new FakeBroker((u, p) -> u.equals(user) && p.equals(password));
  }

  private static LoginScene scene(TcpServer server) {
    return new LoginScene(server.port(), Protocol.MQTT, false);
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

  private static RowJudgement declared(LoginScene scene, LoginTrials trials) {
    return Rows.single(scene.judge(new LoginSurfacesAreDeclared(), trials));
  }
}
