package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.RecordedSeen;
import org.coptest.spi.declaration.DeviceState;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

class NoDefaultCredentialTest {
  private final NoDefaultCredential rule = new NoDefaultCredential();
  private final LoginScene ssh = new LoginScene(22, Protocol.SSH, false);

  @Test
  void passesWhenTheWholeListIsRefusedAndTheControlsHold() {
    var row = Rows.single(ssh.judge(rule, RecordedTrial.refusing("ssh", 5).at(22)));

    assertThat(row.verdict()).isEqualTo(Verdict.PASS);
    assertThat(row.reason()).contains("refused 5 of 5 entries of list credentials (2026-05-01)");
  }

  @Test
  void failsAnEntryThatIsAcceptedTwiceWithARefusalBetween() {
    var row = Rows.single(ssh.judge(rule, hit().at(22)));

    assertThat(row).isInstanceOf(RowJudgement.Fail.class);
    var finding = ((RowJudgement.Fail) row).finding();
    assertThat(finding.found()).contains("list entry mirai:04 (attempt 1 of 1)");
    assertThat(finding.declaredAt()).isEqualTo("ixit.authMech: not declared");
    assertThat(finding.reproduce())
        .isEqualTo("coptest run --device dev1 --only passwords.ssh-defaults");
  }

  @Test
  void isUndecidedWhenAnEntryIsAcceptedOnce() {
    var once =
        new RecordedTrial("ssh")
            .controls()
            .attempt(AttemptRole.CANDIDATE, "mirai:04", LoginOutcome.ACCEPTED)
            .attempt(AttemptRole.KNOWN_USER, "control:known-user", LoginOutcome.REJECTED)
            .attempt(AttemptRole.CONFIRMATION, "mirai:04", LoginOutcome.REJECTED);

    assertThat(Rows.cause(Rows.single(ssh.judge(rule, once.at(22)))))
        .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void isUndecidedWhenWrongCredentialsAreAcceptedToo() {
    var any = hit().attempt(AttemptRole.RANDOM, "control:random", LoginOutcome.ACCEPTED);

    assertThat(Rows.cause(Rows.single(ssh.judge(rule, any.at(22)))))
        .isEqualTo(Cause.CONTROL_FAILED);
  }

  @Test
  void saysHowFarAListCameThatWasCut() {
    for (var cause : List.of(Cause.BUDGET_EXHAUSTED, Cause.LOCKED_OUT, Cause.RATE_LIMITED)) {
      var row =
          Rows.single(ssh.judge(rule, RecordedTrial.refusing("ssh", 5).cut(cause, 160).at(22)));

      assertThat(Rows.cause(row)).isEqualTo(cause);
      assertThat(row.reason()).contains("tried 5 of 160 entries");
    }
  }

  @Test
  void isUndecidedOnAListOlderThan400Days() {
    var old = RecordedTrial.refusing("ssh", 5).listed(LocalDate.of(2025, 4, 1)).at(22);

    assertThat(Rows.cause(Rows.single(ssh.judge(rule, old)))).isEqualTo(Cause.DATA_STALE);
  }

  @Test
  void needsAValidCredentialWhereRefusalsAreTextOnly() {
    var byText = new RecordedTrial("telnet").byText().controls();
    byText.attempt(AttemptRole.CANDIDATE, "mirai:04", LoginOutcome.REJECTED);
    var row = Rows.single(ssh.declaring().judge(rule, byText.at(22)));

    assertThat(Rows.cause(row)).isEqualTo(Cause.MISSING_INPUT);
    assertThat(row.reason()).contains("ixit.authMech[AuthMech-1].validCredential");
  }

  @Test
  void isUndecidedWhenTheValidCredentialIsNotTaken() {
    var refused = RecordedTrial.refusing("ssh", 5);
    refused.attempt(AttemptRole.VALID, "declared", LoginOutcome.REJECTED);

    assertThat(Rows.cause(Rows.single(ssh.judge(rule, refused.at(22)))))
        .isEqualTo(Cause.CONTROL_FAILED);
  }

  @Test
  void noticesALockByTheValidCredentialAtTheEnd() {
    var locked = new RecordedTrial("ssh").controls();
    locked
        .attempt(AttemptRole.VALID, "declared", LoginOutcome.ACCEPTED)
        .attempt(AttemptRole.CANDIDATE, "mirai:04", LoginOutcome.REJECTED)
        .attempt(AttemptRole.VALID, "declared", LoginOutcome.REJECTED);

    assertThat(Rows.cause(Rows.single(ssh.judge(rule, locked.at(22))))).isEqualTo(Cause.LOCKED_OUT);
  }

  @Test
  void countsTheFactoryStateForPresetPasswordsOnly() {
    var preset = Declared.row(PasswordFacts.class, "origin", PasswordOrigin.FACTORY);
    var declared = ssh.declaring("password", preset);

    assertThat(Rows.single(inFactory(declared, hit().at(22))).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(
            Rows.cause(
                Rows.single(inFactory(new LoginScene(22, Protocol.SSH, false), hit().at(22)))))
        .isEqualTo(Cause.COVERAGE_PARTIAL);
  }

  @Test
  void passesAServerThatNamesNoPasswordMethodTwice() {
    var keys = new RecordedTrial("ssh").offering(Mechanism.NO_PASSWORD);

    assertThat(Rows.single(ssh.judge(rule, keys.at(22))).verdict()).isEqualTo(Verdict.PASS);
    assertThat(Rows.cause(Rows.single(ssh.judge(rule, keys.lookedAt(1).at(22)))))
        .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void doesNotTryWhatIsNotTried() {
    var mqtt = new LoginScene(1883, Protocol.MQTT, false);

    assertThat(Rows.cause(Rows.single(mqtt.judge(rule, none())))).isEqualTo(Cause.NOT_AUTOMATED);
  }

  @Test
  void takesNothingFoundForAnAnswerOnlyAfterACompleteSweep() {
    var echo = new LoginScene(7, Protocol.ECHO, false);

    assertThat(Rows.single(echo.judge(rule, none())).verdict()).isEqualTo(Verdict.PASS);
    assertThat(echo.judge(rule, RecordedTrial.nowhere("ssh"))).isEmpty();
  }

  @Test
  void leavesAServiceUndecidedThatWasNotRecognised() {
    var strange = new LoginScene(4444, Protocol.UNKNOWN, false);

    assertThat(Rows.cause(Rows.single(strange.judge(rule, none()))))
        .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
  }

  static LoginTrials[] none() {
    return Stream.of(LoginProtocol.values())
        .map(protocol -> RecordedTrial.nowhere(protocol.text()))
        .toArray(LoginTrials[]::new);
  }

  private static RecordedTrial hit() {
    return new RecordedTrial("ssh")
        .controls()
        .attempt(AttemptRole.CANDIDATE, "mirai:04", LoginOutcome.ACCEPTED)
        .attempt(AttemptRole.KNOWN_USER, "control:known-user", LoginOutcome.REJECTED)
        .attempt(AttemptRole.CONFIRMATION, "mirai:04", LoginOutcome.ACCEPTED);
  }

  private List<RowJudgement> inFactory(LoginScene scene, LoginTrials trials) {
    var target =
        Declared.target("id", "dev1", "ixit", scene.target().ixit(), "state", DeviceState.FACTORY);
    return rule.judge(
        RecordedSeen.of(trials, scene.services(), LoginScene.sweeps(22)),
        Declared.criteria(target));
  }
}
