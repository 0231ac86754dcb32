package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.passwords.FakeSite.Asked;
import org.coptest.probes.passwords.FakeWeb.Page;
import org.coptest.probes.testing.TcpServer;
import org.coptest.spi.declaration.LoginFormat;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRecipeTest {
  private static final Map<String, String> OWNER = Map.of("owner", "Xp9-unique");
  private final HttpFormDefaults probe = new HttpFormDefaults(LoginScene.list(), LoginScene.SHORT);

  /** A service without pages: JSON in, a token out, in one of several ways. */
  private static final class Api implements FakeSite.Site {
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final String pair;
    private final String how;

    Api(String pair, String how) {
      this.pair = pair;
      this.how = how;
    }

    @Override
    public Page at(Asked asked) {
      return switch (asked.path()) {
        case "/api/csrf" -> Page.ok("{\"csrfToken\":\"c-12345678\"}");
        case "/api/login" -> asked.posted() ? login(asked) : new Page("405 No", "");
        case "/api/me" -> me(asked);
        default -> Page.ok("<div id=app></div><script src=/app.js></script>");
      };
    }

    private Page login(Asked asked) {
      if (how.equals("csrf") && !asked.header("x-csrf-token").equals("c-12345678")) {
        return new Page("400 Bad Request", "{\"reason\":\"forged\"}");
      } else if (!asked.body().contains(pair) || !asked.body().contains("\"lang\":\"en\"")) {
        return new Page(how.equals("200") ? "200 OK" : "401 No", "{\"reason\":\"wrong\"}");
      }
      var token = "s" + open.size() + "-0123456789abcdef";
      open.add(token);
      return how.equals("cookie")
          ? new Page("200 OK\r\nSet-Cookie: s=" + token, "{}")
          : Page.ok("{\"data\":{\"%s\":\"%s\"}}".formatted(name(), token));
    }

    private String name() {
      return how.equals("named") ? "ticket" : "access_token";
    }

    private Page me(Asked asked) {
      var shown = asked.header("authorization").replace("Bearer ", "") + asked.cookie("s");
      if (open.contains(shown)) {
        return Page.ok("{\"user\":\"owner\",\"resolution\":\"1080p\"}");
      }
      return how.equals("200")
          ? Page.ok("{\"code\":-401,\"text\":\"x\"}")
          : new Page("401 No", "{}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "cookie", "named", "csrf", "200"})
  void passesAJsonServiceWithItsOwnPassword(String how) throws Exception {
    try (var server = FakeSite.serving(new Api("\"u\":\"owner\",\"p\":\"Xp9-\\\"un\"", how))) {
      var scene = json(server, how).valid("owner", "Xp9-\"un");
      var trials = scene.observe(probe);

      assertThat(known(scene, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "cookie", "named", "csrf", "200"})
  void failsAListedPairOfAJsonService(String how) throws Exception {
    try (var server = FakeSite.serving(new Api("\"u\":\"admin\",\"p\":\"1234\"", how))) {
      var scene = json(server, how);

      assertThat(known(scene, scene.observe(probe)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void namesTheFieldAndTheLineWhenTheServiceIsNotThere() throws Exception {
    try (var server = FakeSite.serving(asked -> Page.missing())) {
      unfit(json(server, "token"), "ixit.authMech[AuthMech-1].endpoint.path at targets.yaml:1:1");
    }
  }

  @Test
  void namesTheReferenceThatAServiceNeeds() throws Exception {
    try (var server = FakeSite.serving(asked -> new Page("405 No", ""))) {
      var scene =
          scene(server).recipe("format", LoginFormat.JSON, "path", "/l", "passwordField", "p");

      unfit(scene, "ixit.authMech[AuthMech-1].protectedReference at targets.yaml:1:1");
    }
  }

  @Test
  void namesThePasswordFieldThatTheFormDoesNotHave() throws Exception {
    try (var server = FakeSite.serving(new FakePanel(OWNER))) {
      var scene = scene(server).recipe("path", "/login", "passwordField", "psw");

      unfit(scene, "endpoint.passwordField at targets.yaml:1:1 names psw, but the form at /login");
    }
  }

  @Test
  void namesTheUserFieldThatTheFormDoesNotHave() throws Exception {
    try (var server = FakeSite.serving(new FakePanel(OWNER))) {
      var scene = scene(server).recipe("path", "/login", "userField", "me", "passwordField", "pw");

      unfit(scene, "endpoint.userField at targets.yaml:1:1 names me");
    }
  }

  @Test
  void namesThePathThatShowsNoForm() throws Exception {
    try (var server = FakeSite.serving(asked -> Page.ok("<p>hello"))) {
      var scene = scene(server).recipe("path", "/start", "format", LoginFormat.FORM);

      unfit(scene, "endpoint.path at targets.yaml:1:1 leads to no form with a password");
    }
  }

  @Test
  void sendsADeclaredFormThatNoPageShows() throws Exception {
    var panel = new FakePanel(OWNER);
    try (var server =
        FakeSite.serving(asked ->
            asked.path().equals("/cgi")
                ? asked.field("k").equals("1") && asked.field("p").equals("1234")
                    ? new Page("200 OK\r\nSet-Cookie: in=yes-yes-yes", "ok")
                    : Page.ok("no")
                : asked.path().equals("/data")
                    ? asked.cookie("in").isEmpty() ? new Page("403 No", "") : Page.ok("night")
                    : panel.at(asked))) {
      var scene =
          scene(server)
              .recipe("path", "/cgi", "userField", "u", "passwordField", "p")
              .recipe("extra", Map.of("k", "1"))
              .declaring("protectedReference", "/data");
      var row = known(scene, scene.observe(probe));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void failsAServiceWhoseReferenceIsServedToEverybody() throws Exception {
    try (var server =
        FakeSite.serving(
            asked -> asked.path().equals("/api/me") ? Page.ok("{\"ip\":\"1\"}") : Page.missing())) {
      var scene = json(server, "token");
      var trials = scene.observe(probe);

      assertThat(trials.surfaces().getFirst().mechanism()).isEqualTo(Mechanism.OPEN);
      assertThat(effective(scene, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  private void unfit(LoginScene scene, String reason) throws Exception {
    var trials = scene.observe(probe);

    assertThat(Rows.cause(known(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
    assertThat(known(scene, trials).reason()).contains(reason);
    assertThat(Rows.cause(effective(scene, trials))).isEqualTo(Cause.MISSING_INPUT);
  }

  private static LoginScene json(TcpServer server, String how) {
    var scene =
        scene(server)
            .declaring("protectedReference", "/api/me")
            .recipe("format", LoginFormat.JSON, "path", "/api/login", "extra", Map.of("lang", "en"))
            .recipe("userField", "u", "passwordField", "p");
    return switch (how) {
      case "named" -> scene.recipe("tokenField", "ticket");
      case "csrf" -> scene.recipe("csrfFrom", "/api/csrf");
      default -> scene;
    };
  }

  private static LoginScene scene(TcpServer server) {
    return new LoginScene(server.port(), Protocol.HTTP, false);
  }

  private static RowJudgement known(LoginScene scene, LoginTrials trials) {
    return Rows.single(scene.judge(new NoDefaultCredential(), trials));
  }

  private static RowJudgement effective(LoginScene scene, LoginTrials trials) {
    return Rows.single(scene.judge(new AuthenticationIsEffective(), trials));
  }
}
