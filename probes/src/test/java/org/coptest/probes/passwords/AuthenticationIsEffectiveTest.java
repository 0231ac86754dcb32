package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

class AuthenticationIsEffectiveTest {
  private final AuthenticationIsEffective rule = new AuthenticationIsEffective();
  private final LoginScene ssh = new LoginScene(22, Protocol.SSH, false);

  @Test
  void passesWhenWrongLoginsAreRefusedAndTheRightOneIsTaken() {
    var trial = RecordedTrial.refusing("ssh", 1);
    trial.attempt(AttemptRole.VALID, "declared", LoginOutcome.ACCEPTED);

    assertThat(judge(trial).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void asksForAValidCredentialWhenThereIsNone() {
    var row = judge(RecordedTrial.refusing("ssh", 1));

    assertThat(Rows.cause(row)).isEqualTo(Cause.MISSING_INPUT);
    assertThat(row.reason()).contains("ixit.authMech");
  }

  @Test
  void failsWhenWrongCredentialsReachASessionTwice() {
    assertThat(judge(any(Proof.COMMAND, Proof.COMMAND)).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void isUndecidedWhenWrongCredentialsReachNothing() {
    assertThat(Rows.cause(judge(any(Proof.COMMAND, Proof.NONE)))).isEqualTo(Cause.CONTROL_FAILED);
    assertThat(Rows.cause(judge(any(Proof.SUCCESS_MESSAGE, Proof.SUCCESS_MESSAGE))))
        .isEqualTo(Cause.CONTROL_FAILED);
  }

  @Test
  void failsASurfaceThatIsOpenInTwoLooks() {
    var open = new RecordedTrial("ssh").offering(Mechanism.OPEN);
    var row = judge(open);

    assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(row.reason()).contains("serves a session without a login");
    assertThat(Rows.cause(judge(open.lookedAt(1)))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
  }

  @Test
  void isUndecidedWhenTheValidCredentialIsRefused() {
    var trial = RecordedTrial.refusing("ssh", 1);
    trial.attempt(AttemptRole.VALID, "declared", LoginOutcome.REJECTED);

    assertThat(Rows.cause(judge(trial))).isEqualTo(Cause.CONTROL_FAILED);
  }

  @Test
  void carriesTheCauseOfATrialThatNeverGotToItsControls() {
    var trial = new RecordedTrial("ssh").cut(Cause.RATE_LIMITED, 160);

    assertThat(Rows.cause(judge(trial))).isEqualTo(Cause.RATE_LIMITED);
  }

  @Test
  void saysWhichServicesWereNotTried() {
    var mqtt = new LoginScene(1883, Protocol.MQTT, false);
    var strange = new LoginScene(4444, Protocol.UNKNOWN, false);
    var none = NoDefaultCredentialTest.none();

    assertThat(Rows.cause(Rows.single(mqtt.judge(rule, none)))).isEqualTo(Cause.NOT_AUTOMATED);
    assertThat(Rows.cause(Rows.single(strange.judge(rule, none))))
        .isEqualTo(Cause.AMBIGUOUS_RESPONSE);
  }

  private static RecordedTrial any(Proof first, Proof second) {
    return new RecordedTrial("ssh")
        .attempt(AttemptRole.RANDOM, "control:random", LoginOutcome.ACCEPTED, first)
        .attempt(AttemptRole.RANDOM, "control:random", LoginOutcome.ACCEPTED, second);
  }

  private RowJudgement judge(RecordedTrial trial) {
    return Rows.single(ssh.judge(rule, trial.at(22)));
  }
}
