package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.probes.attacksurface.Service;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.service.HttpFront;
import org.coptest.probes.instrument.service.Identity;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.LoopbackDut;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.probes.testing.TestBench;
import org.coptest.spi.Driver;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Rule;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.declaration.LoginEndpoint;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** A web page and a shell of one device, each with a store of passwords that a test can choose. */
class PasswordChangeTest {
  private static final int WEB = 80;
  private static final int SHELL = 22;
  private final Map<String, String> web = new HashMap<>(Map.of("admin", "first"));
  private final Map<String, String> shell = new HashMap<>(Map.of("admin", "first"));
  private final List<Map<String, String>> asked = new ArrayList<>();
  private boolean webTakesAll;
  private int exchanges;

  @Test
  void passesWhenEverySurfaceFollowsTheChange() throws Exception {
    var seen = observe((values, limit) -> change(values, web, shell));

    assertThat(Rows.verdicts(judge(new ChangeTakesEffect(), seen)))
        .containsExactly(Verdict.PASS, Verdict.PASS);
    assertThat(Rows.single(judge(new ValueCanBeChanged(), seen)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(web).containsEntry("admin", "first");
    assertThat(asked).hasSize(2);
  }

  @Test
  void failsTheSurfaceThatKeepsTheOldPassword() throws Exception {
    var rows = judge(new ChangeTakesEffect(), observe((values, limit) -> change(values, web)));

    assertThat(Rows.about(rows, "AuthMech-1:LogIntf-SSH").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(Rows.about(rows, "AuthMech-1:LogIntf-Web").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aChangeThatAppliesAfterARestartIsNoFinding() throws Exception {
    var seen = observe((values, limit) -> new Driver.Outcome(0, ""));

    assertThat(judge(new ChangeTakesEffect(), seen))
        .allSatisfy(row -> assertThat(Rows.cause(row)).isEqualTo(Cause.AMBIGUOUS_RESPONSE));
    assertThat(Rows.cause(Rows.single(judge(new ValueCanBeChanged(), seen))))
        .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void aDriverThatFailsIsNotTheDevicesFault() throws Exception {
    var seen = observe((values, limit) -> new Driver.Outcome(500, "error"));

    assertThat(Rows.cause(Rows.single(judge(new ValueCanBeChanged(), seen))))
        .isEqualTo(Cause.NEEDS_TEST_HOOK);
  }

  @Test
  void aSurfaceThatTakesAnyPasswordProvesNothing() throws Exception {
    webTakesAll = true;

    var rows = judge(new ChangeTakesEffect(), observe((values, limit) -> change(values, shell)));

    assertThat(Rows.cause(Rows.about(rows, "AuthMech-1:LogIntf-Web")))
        .isEqualTo(Cause.CONTROL_FAILED);
    assertThat(Rows.about(rows, "AuthMech-1:LogIntf-SSH").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aDeclaredPasswordThatWorksNowhereIsAFailedControl() throws Exception {
    web.clear();
    shell.clear();

    var seen = observe((values, limit) -> change(values, web, shell));

    assertThat(Rows.cause(Rows.single(judge(new ChangeTakesEffect(), seen))))
        .isEqualTo(Cause.CONTROL_FAILED);
  }

  @Test
  void saysHowToRecoverWhenThePasswordCannotBeChangedBack() throws Exception {
    var seen =
        observe((values, limit) -> asked.isEmpty() ? change(values, web, shell) : failing(values));

    assertThat(judge(new ChangeTakesEffect(), seen))
        .anySatisfy(row -> assertThat(row.reason()).contains("could not be changed back"));
  }

  @Test
  void noPasswordIsRecorded() throws Exception {
    var seen = observe((values, limit) -> change(values, web, shell));

    assertThat(seen.toString()).doesNotContain("first").doesNotContain(asked.getFirst().get("new"));
  }

  private Driver.Outcome failing(Map<String, String> values) {
    asked.add(values);
    return new Driver.Outcome(1, "");
  }

  @SafeVarargs
  private Driver.Outcome change(Map<String, String> values, Map<String, String>... stores) {
    asked.add(values);
    for (var store : stores) {
      store.replace(values.get("user"), values.get("old"), values.get("new"));
    }
    return new Driver.Outcome(0, "");
  }

  private ChangeTrials observe(Driver driver) throws Exception {
    var dut = LoopbackDut.with(WEB, SHELL);
    var services = new Services(List.of(service(WEB, Protocol.HTTP), service(SHELL, Protocol.SSH)));
    var bench =
        TestBench.of(dut, target(), services, LoginScene.sweeps(SHELL, WEB))
            .driving("change-password", driver);
    var logins =
        DeviceLogins.of(
            List.of(
                new DefaultLogins(
                    LoginProtocol.HTTP, (p, b) -> door(web), LoginScene.list(), LoginScene.SHORT),
                new DefaultLogins(
                    LoginProtocol.SSH,
                    (p, b) -> door(shell),
                    LoginScene.list(),
                    LoginScene.SHORT)));
    return new PasswordChange(logins).observe(bench, dut.evidence());
  }

  private static List<RowJudgement> judge(Rule rule, ChangeTrials seen) {
    return rule.judge(RecordedSeen.of(seen), Declared.criteria(target()));
  }

  private static Service service(int port, Protocol protocol) {
    var identity = new Identity(protocol, false, false, false, "", HttpFront.none(), "", List.of());
    return new Service("127.0.0.1", port, identity);
  }

  private static Target target() {
    var secret = new Secret("${env:PW}", "first");
    var mech =
        Declared.row(
            AuthMech.class,
            "id",
            "AuthMech-1",
            "factor",
            Factor.PASSWORD,
            "endpoint",
            Declared.row(LoginEndpoint.class, "interfaceId", "LogIntf-Web"),
            "validCredential",
            Declared.row(Credential.class, "user", "admin", "password", secret));
    var faces =
        List.of(
            Declared.row(LogIntf.class, "id", "LogIntf-Web", "port", WEB),
            Declared.row(LogIntf.class, "id", "LogIntf-SSH", "port", SHELL));
    return Declared.target(
        "id", "dev1", "ixit", Declared.ixit("authMech", List.of(mech), "logIntf", faces));
  }

  private LoginDoor door(Map<String, String> store) {
    return new LoginDoor() {
      @Override
      public Look look() {
        return new Look(
            Access.DENIED,
            Mechanism.PASSWORD,
            List.of(),
            "/",
            NameUse.REQUIRED,
            "asks",
            Optional.of(evidence()));
      }

      @Override
      public Answer attempt(Candidate candidate) {
        boolean accepted =
            candidate.password().equals(store.get(candidate.user())) || webTakesAll && store == web;
        return accepted
            ? Answer.accepted(Proof.REFERENCE, "status 200", Optional.of(evidence()))
            : Answer.rejected(Likeness.typed("401"), "status 401", Optional.of(evidence()));
      }
    };
  }

  private EvidenceRef evidence() {
    return new EvidenceRef("T-" + ++exchanges);
  }
}
