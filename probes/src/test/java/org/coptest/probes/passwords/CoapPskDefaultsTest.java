package org.coptest.probes.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.instrument.coap.CoapTiming;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.SurfaceTrial;
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

class CoapPskDefaultsTest {
  private static final CoapTiming QUICK =
      new CoapTiming(Duration.ofMillis(120), Duration.ofMillis(700));
  private static final String USER = "box-7";
  private static final String KEY = "k7Qw-unique";
  private final LoopbackDut dut = LoopbackDut.with();
  private final CoapPskDefaults probe = new CoapPskDefaults(list(), LoginScene.SHORT, QUICK);

  @Test
  void passesADeviceWithItsOwnKey() throws Exception {
    try (var server = server(Map.of(USER, KEY.getBytes(UTF_8)))) {
      var target = target(server.port(), true);
      var trials = observe(target);

      assertThat(known(target, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(effective(target, trials).verdict()).isEqualTo(Verdict.PASS);
      assertThat(only(trials).in(AttemptRole.VALID)).allMatch(a -> a.proof() == Proof.REFERENCE);
    }
  }

  @Test
  void needsAKeyThatWorksToCallARefusalOne() throws Exception {
    try (var server = server(Map.of(USER, KEY.getBytes(UTF_8)))) {
      var target = target(server.port(), false);

      assertThat(Rows.cause(known(target, observe(target)))).isEqualTo(Cause.MISSING_INPUT);
    }
  }

  @Test
  void failsTheKeyOfASampleProgram() throws Exception {
    try (var server = server(Map.of("password", "sesame".getBytes(UTF_8)))) {
      var target = target(server.port(), false);
      var row = known(target, observe(target));

      assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).contains("accepted list entry credentials:2").contains("REFERENCE");
      assertThat(row.evidence()).hasSize(2);
    }
  }

  @Test
  void failsAKeyThatIsListedAsBytes() throws Exception {
    var key = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    try (var server = server(Map.of("Client_identity", key))) {
      var target = target(server.port(), false);

      assertThat(known(target, observe(target)).reason()).contains("credentials:3");
    }
  }

  @Test
  void failsAKeyWithoutAnIdentity() throws Exception {
    try (var server = server(Map.of("", "mysecretKey".getBytes(UTF_8)))) {
      var target = target(server.port(), false);

      assertThat(known(target, observe(target)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void gradesAKeyThatOpensNothingAsAMessageOfSuccess() throws Exception {
    try (var server =
        new FakeCoaps(Map.of("password", "sesame".getBytes(UTF_8))).answeringNothing().start()) {
      var target = target(server.port(), false);

      assertThat(known(target, observe(target)).reason()).contains("SUCCESS_MESSAGE");
    }
  }

  @Test
  void isNotFooledByAHandshakeThatGoesOnForUnknownIdentities() throws Exception {
    try (var sound = new FakeCoaps(Map.of(USER, KEY.getBytes(UTF_8))).pretending().start();
        var weak =
            new FakeCoaps(Map.of(USER, KEY.getBytes(UTF_8), "password", "sesame".getBytes(UTF_8)))
                .pretending()
                .start()) {
      var passing = target(sound.port(), true);
      var failing = target(weak.port(), true);

      assertThat(known(passing, observe(passing)).verdict()).isEqualTo(Verdict.PASS);
      assertThat(known(failing, observe(failing)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7})
  void neverCountsSilenceAsARefusal(int handshakes) throws Exception {
    try (var server =
        new FakeCoaps(Map.of(USER, KEY.getBytes(UTF_8))).silentAfter(handshakes).start()) {
      var target = target(server.port(), true);

      assertThat(Rows.cause(known(target, observe(target)))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void cannotTellAnythingFromSilence() throws Exception {
    try (var server = new FakeCoaps(Map.of()).silentAfter(0).start()) {
      var target = target(server.port(), true);
      var trials = observe(target);

      assertThat(Rows.cause(known(target, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
      assertThat(Rows.cause(effective(target, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void findsNoSurfaceWhereTheUsualPortIsClosed() throws Exception {
    assertThat(observe(Declared.target(Declared.ixit())).surfaces())
        .allMatch(surface -> surface.mechanism() == Mechanism.CLOSED);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void makesNothingOfGarbage(long seed) throws Exception {
    var random = new Random(seed);
    var garbage = new byte[random.nextInt(1, 1_400)];
    random.nextBytes(garbage);
    if (seed % 2 == 0) {
      var record = HexFormat.of().parseHex("16fefd0000000000000000");
      System.arraycopy(record, 0, garbage, 0, Math.min(record.length, garbage.length));
    }
    try (var agent = new FakeAgent(word -> true).saying(garbage).start()) {
      var target = target(agent.port(), true);

      assertThat(Rows.cause(known(target, observe(target)))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  private static FakeCoaps server(Map<String, byte[]> keys) throws IOException {
    return new FakeCoaps(keys).start();
  }

  private static CredentialList list() {
    var rows = new ArrayList<CredentialRow>();
    rows.add(row(1, "any", "admin", "admin"));
    rows.add(row(2, "coap-psk", "password", "sesame"));
    rows.add(row(3, "coap-psk", "Client_identity", "hex:000102030405060708090a0b0c0d0e0f"));
    rows.add(row(4, "coap-psk", "", "mysecretKey"));
    return new CredentialList(
        new DataList("credentials", LocalDate.of(2026, 5, 1), rows.size(), "00"), rows);
  }

  private static CredentialRow row(int number, String protocol, String user, String password) {
    return new CredentialRow(number, protocol, user, password, "a sample", "test", "");
  }

  private static Target target(int port, boolean valid) {
    var mech = new ArrayList<Object>(List.of("id", "AuthMech-CoAP", "protocol", "coap-psk"));
    mech.addAll(
        List.of(
            "factor",
            Factor.PASSWORD,
            "endpoint",
            Declared.row(LoginEndpoint.class, "interfaceId", "LogIntf-CoAP")));
    if (valid) {
      var secret = new Secret("${env:PW}", KEY);
      mech.addAll(
          List.of(
              "validCredential", Declared.row(Credential.class, "user", USER, "password", secret)));
    }
    var face =
        Declared.row(LogIntf.class, "id", "LogIntf-CoAP", "transport", Transport.UDP, "port", port);
    var identity =
        Declared.row(org.coptest.spi.declaration.Identity.class, "manufacturer", "Example Devices");
    return Declared.target(
        "id",
        "dev1",
        "identity",
        identity,
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
    return Rows.about(rule.judge(seen, Declared.criteria(target)), "LogIntf-CoAP");
  }
}
