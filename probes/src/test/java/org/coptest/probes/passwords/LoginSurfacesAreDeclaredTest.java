package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.spi.Observation;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

class LoginSurfacesAreDeclaredTest {
  private final LoginSurfacesAreDeclared rule = new LoginSurfacesAreDeclared();
  private final LoginScene telnet = new LoginScene(23, Protocol.TELNET, false);

  @Test
  void passesALoginThatIsDeclaredForItsPort() {
    var rows = judge(telnet.declaring().target(), "telnet", Mechanism.PASSWORD);

    assertThat(Rows.verdicts(rows)).containsOnly(Verdict.PASS);
    assertThat(Rows.about(rows, "tcp/23").reason()).contains("ixit.authMech[AuthMech-1]");
  }

  @Test
  void passesALoginThatIsDeclaredByProtocol() {
    var rows = judge(declaring("protocol", "telnet"), "telnet", Mechanism.PASSWORD);

    assertThat(Rows.verdicts(rows)).containsOnly(Verdict.PASS);
  }

  @Test
  void failsALoginThatIsNotDeclared() {
    var rows = judge(declaring("protocol", "ssh", "network", false), "telnet", Mechanism.PASSWORD);
    var row = Rows.about(rows, "tcp/23");

    assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(row.reason()).startsWith("telnet on tcp/23 asks for a password, but ixit.authMech");
    assertThat(row.evidence()).hasSize(2);
  }

  @Test
  void failsAPasswordLoginWhereKeysAreDeclared() {
    var keys = declaring("protocol", "telnet", "factor", Factor.KEY);

    assertThat(Rows.about(judge(keys, "telnet", Mechanism.PASSWORD), "tcp/23").verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void asksForTheDeclarationWhenThereIsNone() {
    var rows = judge(telnet.target(), "telnet", Mechanism.PASSWORD);

    assertThat(Rows.cause(Rows.about(rows, "tcp/23"))).isEqualTo(Cause.MISSING_INPUT);
  }

  @Test
  void countsAFormAsAPasswordLogin() {
    var rows = judge(declaring("protocol", "ssh"), "http", Mechanism.OTHER_PASSWORD);

    assertThat(Rows.about(rows, "tcp/23").verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void isUndecidedAboutADeclaredLoginThatWasNotMet() {
    var rows = judge(declaring("protocol", "ssh"), "http", Mechanism.NONE_SEEN);

    assertThat(Rows.cause(Rows.about(rows, "AuthMech-2"))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void isUndecidedAboutASilentPort() {
    var rows = judge(declaring("protocol", "telnet"), "telnet", Mechanism.UNKNOWN);

    assertThat(Rows.cause(Rows.about(rows, "tcp/23"))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
  }

  private List<RowJudgement> judge(Target target, String protocol, Mechanism mechanism) {
    var all = new ArrayList<Observation>(List.of(telnet.services(), LoginScene.sweeps(23)));
    for (var other : LoginProtocol.values()) {
      all.add(
          other.text().equals(protocol)
              ? new RecordedTrial(protocol).offering(mechanism).at(23)
              : RecordedTrial.nowhere(other.text()));
    }
    var seen = RecordedSeen.of(all.toArray(Observation[]::new));
    return rule.judge(seen, Declared.criteria(target));
  }

  private static Target declaring(Object... components) {
    var mech = new ArrayList<Object>(List.of("id", "AuthMech-2"));
    mech.addAll(List.of(components));
    var row = Declared.row(AuthMech.class, mech.toArray());
    return Declared.target("id", "dev1", "ixit", Declared.ixit("authMech", List.of(row)));
  }
}
