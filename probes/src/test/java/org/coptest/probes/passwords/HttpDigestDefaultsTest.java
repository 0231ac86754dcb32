package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.passwords.FakeWeb.Page;
import org.coptest.probes.testing.TcpServer;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDigestDefaultsTest {
  private static final Map<String, String> OWNER = Map.of("owner", "Xp9-unique");
  private static final Page SECRET = Page.ok("<p>settings of the camera");
  private final HttpBasicDefaults probe =
      new HttpBasicDefaults(LoginScene.list(), LoginScene.SHORT);

  @ParameterizedTest
  @CsvSource({
    "'',false,false",
    "MD5,true,false",
    "md5,false,true",
    "MD5-sess,true,true",
    "SHA-256,true,false",
    "SHA-256-sess,true,true",
  })
  void passesADeviceWithItsOwnPassword(String algorithm, boolean qop, boolean stale)
      throws Exception {
    var digest = new FakeDigest(algorithm, qop, stale, OWNER);
    try (var server = FakeSite.serving(asked -> digest.guarded(asked, SECRET))) {
      var scene = scene(server).valid("owner", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void countsAsOneLoginEach() throws Exception {
    var digest = new FakeDigest("MD5-sess", true, true, OWNER);
    try (var server = FakeSite.serving(asked -> digest.guarded(asked, SECRET))) {
      var scene = scene(server).valid("owner", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(digest.logins.get()).isEqualTo(only(trials).attempts().size());
      assertThat(scene.dut().logins()).isEqualTo(digest.logins.get());
    }
  }

  @Test
  void failsAListedPairWithoutShowingIt() throws Exception {
    var digest = new FakeDigest("MD5-sess", true, true, Map.of("admin", "1234"));
    try (var server = FakeSite.serving(asked -> digest.guarded(asked, SECRET))) {
      var scene = scene(server);
      var row = known(scene, scene.observe(probe));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).contains("credentials:3").doesNotContain("1234");
    }
  }

  @Test
  void asksForDataBehindAnOpenFrontPageWithItsQuery() throws Exception {
    var digest = new FakeDigest("MD5", true, false, Map.of("admin", "admin"));
    try (var server =
        FakeSite.serving(asked ->
            asked.path().equals("/data")
                ? digest.guarded(asked, SECRET)
                : asked.path().equals("/") ? Page.ok("welcome") : Page.missing())) {
      var scene = scene(server).declaring("protectedReference", "/data?of=a b");

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void prefersBasicWhereBothAreOffered() throws Exception {
    var both = FakeWeb.ASK + ", Digest realm=\"cam\", nonce=\"n\", qop=\"auth\"";
    try (var server =
        FakeSite.serving(asked ->
            asked.header("authorization").equals("Basic b3duZXI6WHA5LXVuaXF1ZQ==")
                ? SECRET
                : new Page(both, "log in"))) {
      var scene = scene(server).valid("owner", "Xp9-unique");

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void leavesADigestOfTheBodyUndecided() throws Exception {
    var header =
        "401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=\"auth-int\"";
    try (var server = FakeSite.serving(asked -> new Page(header, "log in"))) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(only(trials).mechanism()).isEqualTo(Mechanism.OTHER_PASSWORD);
      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.COVERAGE_PARTIAL);
    }
  }

  @Test
  void failsAuthenticationThatTakesAnyAnswer() throws Exception {
    var digest = new FakeDigest("MD5", true, false, OWNER);
    try (var server =
        FakeSite.serving(asked ->
            !asked.header("authorization").isEmpty() && asked.path().equals("/")
                ? SECRET
                : asked.path().equals("/") ? digest.guarded(asked, SECRET) : Page.missing())) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void takesNothingForALoginOnceThePageIsServedToEverybody() throws Exception {
    var digest = new FakeDigest("MD5", true, false, OWNER);
    try (var server =
        FakeSite.serving(
            asked -> digest.logins.get() < 4 ? digest.guarded(asked, SECRET) : SECRET)) {
      var scene = scene(server);
      var trials = scene.observe(probe);

      assertThat(only(trials).in(AttemptRole.CANDIDATE)).noneMatch(a -> a.proof().reached());
      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void doesNotEndlesslyRenewAStaleNonce() throws Exception {
    var header =
        "401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=auth, stale=true";
    try (var server = FakeSite.serving(asked -> new Page(header, "log in"))) {
      var scene = scene(server).valid("owner", "Xp9-unique");
      var trials = scene.observe(probe);

      assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(scene.dut().connects()).isLessThan(4 * only(trials).attempts().size() + 10);
    }
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
