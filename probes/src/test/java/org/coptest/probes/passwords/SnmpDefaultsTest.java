package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.probes.instrument.snmp.SnmpTiming;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.LoopbackDut;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.probes.testing.TestBench;
import org.coptest.spi.DataList;
import org.coptest.spi.Rule;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.declaration.LoginEndpoint;
import org.coptest.spi.declaration.Secret;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnmpDefaultsTest {
  private static final SnmpTiming QUICK = new SnmpTiming(Duration.ofMillis(40));
  private static final String OWN = "k7Qw-unique";
  private final LoopbackDut dut = LoopbackDut.with();
  private final SnmpDefaults probe = new SnmpDefaults(list(), LoginScene.SHORT, QUICK);

  @Test
  void passesAnAgentWithItsOwnCommunity() throws Exception {
    try (var agent = agent(OWN::equals)) {
      var target = target(agent, OWN);
      var trials = observe(target);

      assertThat(known(target, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(target, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(only(trials).in(AttemptRole.VALID)).allMatch(a -> a.proof() == Proof.REFERENCE);
    }
  }

  @Test
  void needsAValidCommunityToCallSilenceARefusal() throws Exception {
    try (var agent = agent(OWN::equals)) {
      var target = target(agent, "");

      assertThat(Rows.cause(known(target, observe(target)))).isEqualTo(Cause.MISSING_INPUT);
    }
  }

  @Test
  void failsPublicWithTwoSightingsAndWithoutShowingIt() throws Exception {
    try (var agent = agent("public"::equals)) {
      var target = target(agent, "");
      var row = known(target, observe(target));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).contains("accepted list entry credentials:2").contains("REFERENCE");
      assertThat(row.evidence()).hasSize(2);
      assertThat(dut.evidence().body(row.evidence().getFirst())).doesNotContain("public");
    }
  }

  @Test
  void failsACommunityWhoseViewIsEmpty() throws Exception {
    try (var agent = agent("public"::equals).narrow()) {
      var target = target(agent, "");
      var row = known(target, observe(target));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).contains("SUCCESS_MESSAGE");
    }
  }

  @Test
  void failsACommunityOfAnAgentThatKnowsNothingOfVersion3() throws Exception {
    try (var agent = agent("private"::equals).withoutEngine()) {
      var target = target(agent, "");

      assertThat(known(target, observe(target)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void takesADeclaredCommunityForTheControlWhereThereIsNoEngine() throws Exception {
    try (var sound = agent(OWN::equals).withoutEngine();
        var weak = agent(word -> word.equals(OWN) || word.equals("s3cr3t")).withoutEngine()) {
      var passing = target(sound, OWN);
      var failing = target(weak, OWN);

      assertThat(known(passing, observe(passing)).verdict()).isEqualTo(Verdict.PASS);
      assertThat(known(failing, observe(failing)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void failsAuthenticationAndNotTheListWhereEveryCommunityIsAnswered() throws Exception {
    try (var agent = agent(word -> true)) {
      var target = target(agent, "");
      var trials = observe(target);

      assertThat(Rows.cause(known(target, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(effective(target, trials).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void decidesNothingWhereEveryCommunityIsAnsweredWithoutValues() throws Exception {
    try (var agent = agent(word -> true).narrow()) {
      var target = target(agent, "");
      var trials = observe(target);

      assertThat(Rows.cause(known(target, trials))).isEqualTo(Cause.CONTROL_FAILED);
      assertThat(Rows.cause(effective(target, trials))).isEqualTo(Cause.CONTROL_FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 12, 20, 33})
  void neverCountsSilenceWithoutAControlAsARefusal(int datagrams) throws Exception {
    try (var agent = agent(OWN::equals).silentAfter(datagrams)) {
      var target = target(agent, OWN);
      var trials = observe(target);

      assertThat(Rows.cause(known(target, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
      assertThat(effective(target, trials).verdict()).isNotEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void cannotTellAnythingFromSilence() throws Exception {
    try (var agent = agent(word -> false).withoutEngine()) {
      var target = target(agent, "");

      assertThat(Rows.cause(known(target, observe(target)))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void findsNoSurfaceWhereTheUsualPortIsClosed() throws Exception {
    var target = Declared.target(Declared.ixit());

    assertThat(observe(target).surfaces())
        .allMatch(surface -> surface.mechanism() == Mechanism.CLOSED);
  }

  @Test
  void isNotFooledByAnEcho() throws Exception {
    try (var agent = agent(word -> true).echoing()) {
      var target = target(agent, "");

      assertThat(Rows.cause(known(target, observe(target)))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void makesNothingOfGarbage(long seed) throws Exception {
    var random = new Random(seed);
    var garbage = new byte[random.nextInt(1, 1_400)];
    random.nextBytes(garbage);
    garbage[0] = 0x30;
    try (var agent = agent(word -> true).saying(garbage)) {
      var target = target(agent, "");

      assertThat(Rows.cause(known(target, observe(target)))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void triesEveryCommunityOfTheListAndNoPasswordOfAnother() throws Exception {
    try (var agent = agent(OWN::equals)) {
      var trials = observe(target(agent, OWN));

      assertThat(only(trials).total()).isEqualTo(3);
      assertThat(only(trials).in(AttemptRole.CANDIDATE))
          .allMatch(a -> a.outcome() == LoginOutcome.REJECTED);
    }
  }

  private static FakeAgent agent(Predicate<String> communities) throws IOException {
    return new FakeAgent(communities).start();
  }

  private static CredentialList list() {
    var rows = new ArrayList<CredentialRow>();
    rows.add(new CredentialRow(1, "any", "admin", "admin", "generic", "test", ""));
    for (var community : List.of("public", "private", "s3cr3t")) {
      rows.add(new CredentialRow(rows.size() + 1, "snmp", "", community, "generic", "test", ""));
    }
    return new CredentialList(
        new DataList("credentials", LocalDate.of(2026, 5, 1), rows.size(), "00"), rows);
  }

  private static Target target(FakeAgent agent, String community) {
    var mech = new ArrayList<Object>(List.of("id", "AuthMech-SNMP", "protocol", "snmp"));
    mech.addAll(
        List.of(
            "factor",
            Factor.PASSWORD,
            "endpoint",
            Declared.row(LoginEndpoint.class, "interfaceId", "LogIntf-SNMP")));
    if (!community.isEmpty()) {
      var secret = new Secret("${env:PW}", community);
      mech.addAll(List.of("validCredential", Declared.row(Credential.class, "password", secret)));
    }
    var face =
        Declared.row(
            LogIntf.class, "id", "LogIntf-SNMP", "transport", Transport.UDP, "port", agent.port());
    return Declared.target(
        "id",
        "dev1",
        "ixit",
        Declared.ixit(
            "authMech",
            List.of(Declared.row(AuthMech.class, mech.toArray())),
            "logIntf",
            List.of(face)));
  }

  private LoginTrials observe(Target target) throws Exception {
    return probe.observe(
        TestBench.of(dut, target, new Services(List.of()), LoginScene.sweeps()), dut.evidence());
  }

  private static SurfaceTrial only(LoginTrials trials) {
    return trials.surfaces().stream()
        .filter(surface -> surface.mechanism() != Mechanism.CLOSED)
        .findFirst()
        .orElseThrow();
  }

  private static RowJudgement known(Target target, LoginTrials trials) {
    return judged(new NoDefaultCredential(), target, trials);
  }

  private static RowJudgement effective(Target target, LoginTrials trials) {
    return judged(new AuthenticationIsEffective(), target, trials);
  }

  private static RowJudgement judged(Rule rule, Target target, LoginTrials trials) {
    var seen = RecordedSeen.of(trials, new Services(List.of()), LoginScene.sweeps());
    return Rows.about(rule.judge(seen, Declared.criteria(target)), "LogIntf-SNMP");
  }
}
