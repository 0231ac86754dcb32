package org.coptest.probes.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coptest.probes.instrument.tls.TlsVersion.SSL3;
import static org.coptest.probes.instrument.tls.TlsVersion.TLS10;
import static org.coptest.probes.instrument.tls.TlsVersion.TLS11;
import static org.coptest.probes.instrument.tls.TlsVersion.TLS12;
import static org.coptest.probes.instrument.tls.TlsVersion.TLS13;
import static org.coptest.probes.transport.TlsRecords.server;

import java.util.List;
import java.util.Map;
import org.coptest.probes.attacksurface.ServiceRecords;
import org.coptest.probes.attacksurface.SweepRecords;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.spi.Criteria;
import org.coptest.spi.Observation;
import org.coptest.spi.Seen.NotSeenException;
import org.coptest.spi.declaration.ComMech;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

final class TlsVersionsAndSuitesTest {
  private static final int GCM = 0xc02f;
  private static final int RC4 = 0xc011;
  private static final int STATIC_RSA = 0x002f;
  private static final int AES13 = 0x1301;
  private static final LogIntf WEB =
      Declared.row(LogIntf.class, "id", "LogIntf-Web", "transport", Transport.TCP, "port", 443);
  private static final ComMech WEB_TLS =
      Declared.row(
          ComMech.class,
          "id",
          "ComMech-Web",
          "protocol",
          "tls",
          "role",
          "server",
          "interfaceId",
          "LogIntf-Web",
          "versions",
          List.of("1.2", "1.3"),
          "suites",
          List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_AES_128_GCM_SHA256"));

  private final TlsVersionsAndSuites rule = new TlsVersionsAndSuites();

  private static Criteria criteria(Ixit ixit) {
    var values = Map.of("policy", List.of("tls-test"));
    return Declared.criteria(Declared.target(ixit), values, TlsRecords.policy());
  }

  private static Ixit declaring(ComMech... rows) {
    return Declared.ixit("logIntf", List.of(WEB), "comMech", List.of(rows));
  }

  private List<RowJudgement> judge(Ixit ixit, Observation... seen) {
    return rule.judge(RecordedSeen.of(seen), criteria(ixit));
  }

  private static void assertOnly(List<RowJudgement> rows, String subject, Cause cause) {
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).subject()).isEqualTo(subject);
    assertThat(rows.get(0)).isInstanceOf(RowJudgement.Undecided.class);
    assertThat(((RowJudgement.Undecided) rows.get(0)).cause()).isEqualTo(cause);
  }

  @Test
  void passesACurrentServerAsDeclared() {
    var current = server().refuses(SSL3, TLS10, TLS11).accepts(TLS12, GCM).accepts(TLS13, AES13);
    var rows = judge(declaring(WEB_TLS), current.on(443), SweepRecords.open(443));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).verdict()).isEqualTo(Verdict.PASS);
    assertThat(rows.get(0).subject()).isEqualTo("LogIntf-Web");
  }

  @Test
  void failsAVersionThatThePolicyForbids() {
    var rows = judge(declaring(WEB_TLS), server().accepts(TLS10, GCM).accepts(TLS12, GCM).on(443));
    assertThat(rows).hasSize(1);
    var fail = (RowJudgement.Fail) rows.get(0);
    assertThat(fail.subject()).isEqualTo("LogIntf-Web/tls-1.0");
    assertThat(fail.reason()).contains("TLS 1.0", "tls-test/old");
    assertThat(fail.evidence()).hasSize(2);
    assertThat(fail.finding().reproduce())
        .isEqualTo("openssl s_client -connect 127.0.0.1:443 -tls1");
  }

  @Test
  void failsASuiteThatThePolicyForbidsByPartOrKeyExchange() {
    var rows = judge(declaring(WEB_TLS), server().accepts(TLS12, GCM, RC4, STATIC_RSA).on(443));
    assertThat(rows)
        .extracting(RowJudgement::subject)
        .containsExactly(
            "LogIntf-Web/TLS_ECDHE_RSA_WITH_RC4_128_SHA",
            "LogIntf-Web/TLS_RSA_WITH_AES_128_CBC_SHA");
    assertThat(rows).extracting(RowJudgement::verdict).containsOnly(Verdict.FAIL);
  }

  @Test
  void failsASuiteThatIsAllowedButNotDeclared() {
    var rows = judge(declaring(WEB_TLS), server().accepts(TLS12, GCM, 0xc030).on(443));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(rows.get(0).reason()).contains("ixit.comMech[ComMech-Web].suites");
  }

  @Test
  void failsAVersionThatIsAllowedButNotDeclared() {
    var only13 =
        Declared.row(
            ComMech.class,
            "id",
            "ComMech-Web",
            "protocol",
            "tls",
            "interfaceId",
            "LogIntf-Web",
            "versions",
            List.of("TLSv1.3"),
            "suites",
            List.of("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"));
    var rows = judge(declaring(only13), server().accepts(TLS12, GCM).on(443));
    assertThat(rows.get(0).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(rows.get(0).subject()).isEqualTo("LogIntf-Web/tls-1.2");
  }

  @Test
  void failsAnUndeclaredPortByThePolicyToo() {
    var rows = judge(declaring(WEB_TLS), server().accepts(TLS10, GCM).on(8443));
    assertThat(rows).extracting(RowJudgement::subject).contains("tcp/8443/tls-1.0");
  }

  @Test
  void isUndecidedWhenAForbiddenSuiteWasSeenOnceOnly() {
    var rows = judge(declaring(WEB_TLS), server().acceptsSeen(TLS12, 1, RC4).on(443));
    assertOnly(rows, "LogIntf-Web/TLS_ECDHE_RSA_WITH_RC4_128_SHA", Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void isUndecidedWhenHellosStayUnanswered() {
    var limited = server().doubts(TLS10, Doubt.NO_ANSWER).accepts(TLS12, GCM).on(443);
    assertOnly(judge(declaring(WEB_TLS), limited), "LogIntf-Web", Cause.RATE_LIMITED);
  }

  @Test
  void isUndecidedWhenTheControlWasLost() {
    var lost = server().accepts(TLS12, GCM).controls(12, 11).on(443);
    assertOnly(judge(declaring(WEB_TLS), lost), "LogIntf-Web", Cause.CONTROL_FAILED);
    var deaf = server().on(443);
    assertOnly(judge(declaring(WEB_TLS), deaf), "LogIntf-Web", Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void asksForWhatIsNotDeclared() {
    var current = server().accepts(TLS12, GCM).on(443);
    assertOnly(judge(Declared.ixit(), current), "tcp/443", Cause.MISSING_INPUT);
    var bare =
        Declared.row(
            ComMech.class, "id", "ComMech-Web", "protocol", "tls", "interfaceId", "LogIntf-Web");
    var rows = judge(declaring(bare), current);
    assertOnly(rows, "LogIntf-Web", Cause.MISSING_INPUT);
    assertThat(rows.get(0).reason()).contains("ixit.comMech[ComMech-Web].versions");
  }

  @Test
  void leavesASuiteThePolicyDoesNotKnowToAnAssessor() {
    var psk =
        Declared.row(
            ComMech.class,
            "id",
            "ComMech-Web",
            "protocol",
            "tls",
            "interfaceId",
            "LogIntf-Web",
            "versions",
            List.of("1.2"),
            "suites",
            List.of("TLS_PSK_WITH_AES_128_CCM_8"));
    var rows = judge(declaring(psk), server().accepts(TLS12, 0xc0a8).on(443));
    assertOnly(rows, "LogIntf-Web", Cause.NEEDS_ASSESSOR);
  }

  @Test
  void mergesTwoAddressesOfOneInterfaceToTheWorse() {
    var good = server().accepts(TLS12, GCM).on("127.0.0.1", 443);
    var silent = server().accepts(TLS12, GCM).doubts(TLS13, Doubt.NO_ANSWER).on("::1", 443);
    var rows = judge(declaring(WEB_TLS), new TlsOfferings(List.of(good, silent)));
    assertOnly(rows, "LogIntf-Web", Cause.RATE_LIMITED);
  }

  @Test
  void neverPassesADeviceWithoutTls() {
    var none = new TlsOfferings(List.of());
    assertOnly(judge(Declared.ixit(), none), "tls", Cause.MISSING_INPUT);
    assertOnly(judge(declaring(), none), "tls", Cause.NEEDS_ASSESSOR);
    assertOnly(judge(declaring(WEB_TLS), none), "ComMech-Web", Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void saysThatATarpitUsedUpTheBudget() {
    var tarpit = ServiceRecords.services(ServiceRecords.service(443, Protocol.TARPIT, false));
    var rows = judge(declaring(WEB_TLS), new TlsOfferings(List.of()), tarpit);
    assertOnly(rows, "LogIntf-Web", Cause.BUDGET_EXHAUSTED);
  }

  @Test
  void addsThatPortsMayHaveBeenMissed() {
    var proxy =
        SweepRecords.open(java.util.stream.IntStream.range(1, 400).boxed().toArray(Integer[]::new));
    var rows = judge(declaring(WEB_TLS), server().accepts(TLS12, GCM).on(443), proxy);
    assertThat(rows).extracting(RowJudgement::subject).containsExactly("LogIntf-Web", "tcp");
    assertThat(rows.get(1).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void leavesItToTheEngineWhenNothingWasSeen() {
    assertThatThrownBy(() -> judge(declaring(WEB_TLS))).isInstanceOf(NotSeenException.class);
  }
}
