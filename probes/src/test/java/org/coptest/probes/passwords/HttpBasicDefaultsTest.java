package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.passwords.FakeWeb.Page;
import org.coptest.probes.testing.TcpServer;
import org.coptest.probes.testing.TlsServer;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

class HttpBasicDefaultsTest {
  private static final String FORM = "<form><input name=u><input type=\"password\"></form>";
  private final HttpBasicDefaults probe =
      new HttpBasicDefaults(LoginScene.list(), LoginScene.SHORT);

  @Test
  void passesADeviceWithItsOwnPassword() throws Exception {
    try (var server = web("admin:Xp9-unique")) {
      var scene = scene(server).valid("admin", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void asksInsideTlsAsWell() throws Exception {
    var pages = new FakeWeb((p, l) -> l.equals("root:xc3511") ? Page.ok("in") : Page.ask());
    try (var server = TlsServer.playing(pages)) {
      var scene = new LoginScene(server.port(), Protocol.HTTP, true);
      var row = known(scene, scene.observe(probe));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).startsWith("https on tcp/").contains("mirai:01");
    }
  }

  @Test
  void passesWithoutAValidCredentialBecause401IsTyped() throws Exception {
    try (var server = web("admin:Xp9-unique")) {
      var scene = scene(server);

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void failsAdminAdminWithoutShowingThePassword() throws Exception {
    try (var server = web("admin:1234")) {
      var scene = scene(server);
      var row = known(scene, scene.observe(probe));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).contains("credentials:3");
      assertThat(row.evidence()).hasSize(2);
    }
  }

  @Test
  void findsTheProtectedDataBehindAnOpenFrontPage() throws Exception {
    try (var server =
        pages((path, login) ->
            switch (path) {
              case "/" -> Page.ok("welcome");
              case "/data" -> login.equals("admin:admin") ? Page.ok("secret") : Page.ask();
              default -> Page.missing();
            })) {
      var scene = scene(server).declaring("protectedReference", "/data");

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void failsAuthenticationWhereTheProtectedReferenceIsServed() throws Exception {
    try (var server =
        pages((path, login) -> path.equals("/data") ? Page.ok("secret") : Page.missing())) {
      var scene = scene(server).declaring("protectedReference", "/data");
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.OPEN);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void isNotFooledByAServerThatSaysYesToEverything() throws Exception {
    try (var server = pages((path, login) -> Page.ok("<h1>welcome</h1>"))) {
      var scene = scene(server).declaring("protectedReference", "/data");
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void doesNotTakeTheSamePageForEveryLoginForASession() throws Exception {
    try (var server =
        pages((path, login) -> login.isEmpty() ? Page.ask() : Page.ok("please wait"))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
    }
  }

  @Test
  void failsAuthenticationThatTakesAnyCredential() throws Exception {
    try (var server =
        pages((path, login) ->
            login.isEmpty() ? Page.ask() : path.equals("/") ? Page.ok("hi") : Page.missing())) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void takesALoginPageForARefusalAndAsksForAValidCredential() throws Exception {
    try (var server = pages((path, login) -> login.isEmpty() ? Page.ask() : Page.ok(FORM))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(only(trials).in(AttemptRole.CANDIDATE))
          .isNotEmpty()
          .allMatch(a -> a.outcome() == LoginOutcome.REJECTED);
      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
    }
  }

  @Test
  void takesARedirectToTheLoginPageForARefusal() throws Exception {
    var away = new Page("302 Found\r\nLocation: /login.html", "");
    try (var server =
        pages((path, login) -> {
          if (path.equals("/login.html")) {
            return Page.ok(FORM);
          }
          return login.isEmpty() ? Page.ask() : login.equals("admin:own") ? Page.ok("in") : away;
        })) {
      var scene = scene(server).valid("admin", "own");

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void doesNotTakeAnErrorPageThatChallengesForALogin() throws Exception {
    try (var server = pages((path, login) -> path.equals("/") ? Page.ok("hello") : Page.ask())) {
      assertThat(only(scene(server).observe(probe)).mechanism()).isEqualTo(Mechanism.NONE_SEEN);
    }
  }

  @Test
  void leavesAFormToTheOtherProbe() throws Exception {
    try (var server = pages((path, login) -> path.equals("/") ? Page.ok(FORM) : Page.missing())) {
      assertThat(only(scene(server).observe(probe)).mechanism()).isEqualTo(Mechanism.NONE_SEEN);
    }
  }

  @Test
  void stopsWhenTheServerAsksToSlowDown() throws Exception {
    var turns = new java.util.concurrent.atomic.AtomicInteger();
    try (var server =
        pages((path, login) ->
            turns.incrementAndGet() < 8 ? Page.ask() : new Page("429 Slow Down", ""))) {
      var scene = scene(server);

      assertThat(Rows.cause(known(scene, scene.observe(probe)))).isEqualTo(Cause.RATE_LIMITED);
    }
  }

  @Test
  void cannotTellAnythingFromAServerThatHangsUp() throws Exception {
    try (var server = TcpServer.playing((socket, turn) -> socket.close())) {
      var scene = scene(server);

      assertThat(Rows.cause(known(scene, scene.observe(probe))))
          .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  private static TcpServer web(String login) {
    return pages((path, given) -> given.equals(login) ? Page.ok("settings") : Page.ask());
  }

  private static TcpServer pages(FakeWeb.Pages pages) {
    return TcpServer.playing(new FakeWeb(pages));
  }

  private static LoginScene scene(TcpServer server) {
    return new LoginScene(server.port(), Protocol.HTTP, false);
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
