package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.passwords.FakePanel.Trait;
import org.coptest.probes.passwords.FakeWeb.Page;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.TcpServer;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpFormDefaultsTest {
  private static final Map<String, String> OWNER = Map.of("owner", "Xp9-unique");
  private final HttpFormDefaults probe = new HttpFormDefaults(LoginScene.list(), LoginScene.SHORT);

  @ParameterizedTest
  @EnumSource(
      value = Trait.class,
      names = {"KEEPS_COOKIE", "FLASH", "ECHO", "TEXTS_IN_SCRIPT", "OWN_PAGE_OF_FAILURE"})
  void passesADeviceWithItsOwnPassword(Trait trait) throws Exception {
    var panel = new FakePanel(OWNER, trait);
    try (var server = FakeSite.serving(panel)) {
      var scene = scene(server).valid("owner", "Xp9-unique").declaring(settings());
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).reason()).contains("refused 6 of 6 entries");
      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(panel.logins.get()).isEqualTo(only(trials).attempts().size());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Trait.class,
      names = {"KEEPS_COOKIE", "FLASH", "ECHO", "TEXTS_IN_SCRIPT", "OWN_PAGE_OF_FAILURE"})
  void failsAListedPairWithoutAnyDeclaration(Trait trait) throws Exception {
    try (var server = FakeSite.serving(new FakePanel(Map.of("admin", "1234"), trait))) {
      var scene = scene(server);
      var row = known(scene, scene.observe(probe));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).startsWith("http-form on tcp/").contains("credentials:3");
      assertThat(row.evidence()).hasSize(2);
    }
  }

  @Test
  void asksForAValidCredentialBeforeItBelievesRefusals() throws Exception {
    try (var server = FakeSite.serving(new FakePanel(OWNER))) {
      var scene = scene(server).declaring(settings());
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
    }
  }

  @Test
  void knowsALockOutByItsOtherPage() throws Exception {
    try (var server = FakeSite.serving(new FakePanel(OWNER, Trait.LOCKS))) {
      var scene = scene(server).valid("owner", "Xp9-unique").declaring(settings());

      assertThat(Rows.cause(known(scene, scene.observe(probe)))).isEqualTo(Cause.LOCKED_OUT);
    }
  }

  @Test
  void failsAuthenticationThatTakesAnybody() throws Exception {
    try (var server = FakeSite.serving(new FakePanel(OWNER, Trait.ANYBODY))) {
      var scene = scene(server).declaring(settings());
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void isNotFooledByADecoyThatWelcomesAnybody() throws Exception {
    try (var server = FakeSite.serving(new FakePanel(OWNER, Trait.DECOY))) {
      var scene = scene(server).valid("owner", "Xp9-unique").declaring(settings());
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
    }
  }

  @Test
  void isNotFooledByADecoyOfWhichNothingIsDeclared() throws Exception {
    try (var server = FakeSite.serving(new FakePanel(OWNER, Trait.DECOY))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(only(trials).attempts()).noneMatch(a -> a.outcome() == LoginOutcome.ACCEPTED);
      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
    }
  }

  @Test
  void failsAFormBesideADeclaredLoginOfAnotherKind() throws Exception {
    try (var server = FakeSite.serving(new FakePanel(OWNER))) {
      var declared = scene(server).declaring("protocol", "http-basic");
      var either = scene(server).declaring("protocol", "http");

      assertThat(surfaces(declared).verdict()).isEqualTo(Verdict.FAIL);
      assertThat(surfaces(either).verdict()).isEqualTo(Verdict.PASS);
      assertThat(surfaces(scene(server).declaring()).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  private RowJudgement surfaces(LoginScene scene) throws Exception {
    return Rows.single(scene.judge(new LoginSurfacesAreDeclared(), scene.observe(probe)));
  }

  @Test
  void asksForThePasswordOfACredentialThatHasNone() throws Exception {
    try (var server = FakeSite.serving(new FakePanel(OWNER))) {
      var user = Declared.row(Credential.class, "user", "owner");
      var scene = scene(server).declaring(settings()).declaring("validCredential", user);
      var row = known(scene, scene.observe(probe));

      assertThat(Rows.cause(row)).isEqualTo(Cause.MISSING_INPUT);
      assertThat(row.reason()).contains("ixit.authMech[AuthMech-1].validCredential");
    }
  }

  @Test
  void findsTheFormBehindALink() throws Exception {
    var panel = new FakePanel(Map.of("admin", "admin"));
    try (var server =
        FakeSite.serving(asked ->
            asked.path().equals("/")
                ? Page.ok("<a href=about.html>About</a> <a href='login'>Sign in</a>")
                : panel.at(asked))) {
      assertThat(known(scene(server)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void asksForTheRecipeOfALoginThatAScriptMakes() throws Exception {
    var shell = Page.ok("<div id=app></div><input type=password><script src=app.js></script>");
    try (var server = FakeSite.serving(asked -> shell)) {
      var scene = scene(server).declaring(settings());
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.OTHER_PASSWORD);
      var row = known(scene, trials);
      assertThat(Rows.cause(row)).isEqualTo(Cause.MISSING_INPUT);
      assertThat(row.reason()).contains("ixit.authMech[AuthMech-1].endpoint.path");
    }
  }

  @Test
  void asksForTheRecipeWhereEveryPathIsTheSameShell() throws Exception {
    var shell = Page.ok("<div id=app></div><script src=app.js></script>");
    try (var server = FakeSite.serving(asked -> shell)) {
      var scene = scene(server).declaring(settings());
      var row = known(scene, scene.observe(probe));

      assertThat(Rows.cause(row)).isEqualTo(Cause.MISSING_INPUT);
      assertThat(row.reason()).contains("ixit.authMech[AuthMech-1].endpoint.path");
    }
  }

  @Test
  void neverFillsInAPageThatSetsAPassword() throws Exception {
    var posts = new java.util.concurrent.atomic.AtomicInteger();
    var setUp =
        Page.ok(
            "<form method=post><input type=password name=a><input type=password name=b></form>");
    try (var server =
        FakeSite.serving(asked -> {
          posts.addAndGet(asked.posted() ? 1 : 0);
          return setUp;
        })) {
      assertThat(only(scene(server).observe(probe)).mechanism()).isEqualTo(Mechanism.NONE_SEEN);
      assertThat(posts.get()).isZero();
    }
  }

  @Test
  void keepsPasswordsAndSessionsOutOfTheTranscripts() throws Exception {
    try (var server = FakeSite.serving(new FakePanel(OWNER, Trait.ECHO))) {
      var scene = scene(server).valid("owner", "Xp9-unique").declaring(settings());
      var trials = scene.observe(probe);

      assertThat(only(trials).in(AttemptRole.VALID)).isNotEmpty();
      assertThat(trials.toString()).doesNotContain("Xp9-unique");
    }
  }

  private RowJudgement known(LoginScene scene) throws Exception {
    return known(scene, scene.observe(probe));
  }

  private static Object[] settings() {
    return new Object[] {"protectedReference", "/settings"};
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
