package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.passwords.FakeWeb.Page;
import org.coptest.probes.testing.TcpServer;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

class HttpElsewhereTest {
  private static final int SECURE = 44_300;
  private final HttpBasicDefaults probe =
      new HttpBasicDefaults(LoginScene.list(), LoginScene.SHORT);

  @Test
  void passesAPortThatSendsEverybodyToTheLoginOfAnotherPort() throws Exception {
    try (var server = FakeSite.serving(asked -> away(SECURE, asked.target()))) {
      var scene = scene(server).declaring("protectedReference", "/settings");
      var here = scene.observe(probe);
      var there = RecordedTrial.refusing("https", 3).at(SECURE);

      assertThat(here.surfaces().getFirst().mechanism()).isEqualTo(Mechanism.ELSEWHERE);
      var row =
          Rows.about(
              scene.judge(new AuthenticationIsEffective(), here, there),
              here.surfaces().getFirst().subject());
      assertThat(row.verdict()).isEqualTo(Verdict.PASS);
      assertThat(row.reason()).contains("sends to https on tcp/44300");
      assertThat(scene.judge(new NoDefaultCredential(), here, there)).hasSize(1);
      assertThat(Rows.verdicts(scene.judge(new NoDefaultCredential(), here, there)))
          .containsExactly(Verdict.PASS);
    }
  }

  @Test
  void doesNotPassWhereTheOtherPortWasNotLookedAt() throws Exception {
    try (var server = FakeSite.serving(asked -> away(SECURE, asked.target()))) {
      var scene = scene(server);
      var here = scene.observe(probe);

      assertThat(Rows.cause(Rows.single(scene.judge(new AuthenticationIsEffective(), here))))
          .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
      assertThat(Rows.cause(Rows.single(scene.judge(new NoDefaultCredential(), here))))
          .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void doesNotTakeOneServedPathForARedirect() throws Exception {
    try (var server =
        FakeSite.serving(asked ->
            asked.path().equals("/settings")
                ? Page.ok("night vision")
                : away(SECURE, asked.target()))) {
      var scene = scene(server).declaring("protectedReference", "/settings");
      var row = Rows.single(scene.judge(new AuthenticationIsEffective(), scene.observe(probe)));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void doesNotFollowToAnotherDevice() throws Exception {
    try (var server =
        FakeSite.serving(asked ->
            new Page("301 Moved\r\nLocation: https://192.0.2.7:44300" + asked.target(), ""))) {
      assertThat(scene(server).observe(probe).surfaces().getFirst().mechanism())
          .isEqualTo(Mechanism.NONE_SEEN);
    }
  }

  @Test
  void doesNotTakeSeveralPortsForOne() throws Exception {
    var turns = new java.util.concurrent.atomic.AtomicInteger();
    try (var server =
        FakeSite.serving(asked -> away(SECURE + turns.incrementAndGet(), asked.target()))) {
      assertThat(scene(server).observe(probe).surfaces().getFirst().mechanism())
          .isEqualTo(Mechanism.NONE_SEEN);
    }
  }

  private static Page away(int port, String target) {
    return new Page("301 Moved\r\nLocation: https://127.0.0.1:" + port + target, "");
  }

  private static LoginScene scene(TcpServer server) {
    return new LoginScene(server.port(), Protocol.HTTP, false);
  }
}
