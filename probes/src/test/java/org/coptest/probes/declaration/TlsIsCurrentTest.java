package org.coptest.probes.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.probes.transport.TlsRecords;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.ComMech;
import org.coptest.spi.declaration.Crypto;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

final class TlsIsCurrentTest {
  private static final String GOOD = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

  private static List<RowJudgement> judge(Ixit ixit) {
    var values = Map.of("policy", List.of("tls-test"));
    var criteria = Declared.criteria(Declared.target(ixit), values, TlsRecords.policy());
    return new TlsIsCurrent().judge(RecordedSeen.of(), criteria);
  }

  private static RowJudgement only(ComMech row) {
    var rows = judge(Declared.ixit("comMech", List.of(row)));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static ComMech tls(List<String> versions, List<String> suites) {
    return Declared.row(
        ComMech.class,
        "id",
        "ComMech-Web",
        "protocol",
        "tls",
        "versions",
        versions,
        "suites",
        suites);
  }

  private static Cause cause(RowJudgement row) {
    return ((RowJudgement.Undecided) row).cause();
  }

  @Test
  void preparesADeclarationThatThePolicyAllows() {
    var row = (RowJudgement.Undecided) only(tls(List.of("1.2", "TLSv1.3"), List.of(GOOD)));
    assertThat(row.cause()).isEqualTo(Cause.NEEDS_ASSESSOR);
    assertThat(row.prepared()).contains(Verdict.PASS);
  }

  @Test
  void failsAForbiddenVersionByItsPlaceInTheDeclaration() {
    var row = (RowJudgement.Fail) only(tls(List.of("TLSv1.0", "1.2"), List.of(GOOD)));
    assertThat(row.sightings().place()).isEqualTo("targets.yaml:1:1");
    assertThat(row.reason()).contains("ixit.comMech[ComMech-Web]", "TLSv1.0", "tls-test/old");
  }

  @Test
  void failsAForbiddenSuite() {
    assertThat(only(tls(List.of("1.2"), List.of(GOOD, "TLS_RSA_WITH_RC4_128_SHA"))).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void failsAForbiddenVersionOfAnAuthenticationMechanism() {
    var crypto = Declared.row(Crypto.class, "tls", List.of("1.1"));
    var auth = Declared.row(AuthMech.class, "id", "AuthMech-Web", "crypto", crypto);
    var good = tls(List.of("1.2"), List.of(GOOD));
    var rows = judge(Declared.ixit("comMech", List.of(good), "authMech", List.of(auth)));
    assertThat(rows).extracting(RowJudgement::verdict).contains(Verdict.FAIL);
    assertThat(rows).extracting(RowJudgement::subject).contains("AuthMech-Web");
  }

  @Test
  void asksForWhatIsMissingByItsPath() {
    assertThat(cause(judge(Declared.ixit()).get(0))).isEqualTo(Cause.MISSING_INPUT);
    var bare = Declared.row(ComMech.class, "id", "ComMech-Web", "protocol", "tls");
    assertThat(only(bare).reason()).contains("ixit.comMech[ComMech-Web].versions");
    assertThat(only(tls(List.of("1.2"), List.of())).reason()).contains(".suites");
    var nameless = Declared.row(ComMech.class, "id", "ComMech-X");
    assertThat(only(nameless).reason()).contains("ixit.comMech[ComMech-X].protocol");
  }

  @Test
  void leavesOtherProtocolsAndUnknownNamesToAnAssessor() {
    var ssh = Declared.row(ComMech.class, "id", "ComMech-Ssh", "protocol", "ssh");
    assertThat(cause(only(ssh))).isEqualTo(Cause.NEEDS_ASSESSOR);
    assertThat(((RowJudgement.Undecided) only(ssh)).prepared()).isEmpty();
    var odd = only(tls(List.of("1.2"), List.of("ECDHE-RSA-AES128-GCM-SHA256")));
    assertThat(cause(odd)).isEqualTo(Cause.NEEDS_ASSESSOR);
    assertThat(((RowJudgement.Undecided) odd).prepared()).isEmpty();
  }

  @Test
  void takesAnEmptyTableAtItsWord() {
    var row = judge(Declared.ixit("comMech", List.of())).get(0);
    assertThat(((RowJudgement.Undecided) row).prepared()).contains(Verdict.PASS);
    assertThat(row.reason()).contains("declared empty");
  }
}
