package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.TcpSweeps;
import org.coptest.spi.Interference;
import org.coptest.spi.Probe;
import org.coptest.spi.Rule;
import org.coptest.spi.SafetyClass;
import org.junit.jupiter.api.Test;

class PasswordsRegistrationTest {

  @Test
  @SuppressWarnings("rawtypes")
  void offersProbesThatSpendTheLoginBudget() {
    assertThat(ServiceLoader.load(Probe.class))
        .extracting(Probe::id)
        .contains(
            "passwords.ssh-defaults",
            "passwords.telnet-defaults",
            "passwords.http-basic-defaults",
            "passwords.http-form-defaults",
            "passwords.ftp-defaults",
            "passwords.rtsp-defaults",
            "passwords.onvif-defaults",
            "passwords.mqtt-defaults",
            "passwords.snmp-defaults",
            "passwords.coap-psk-defaults");
    for (Probe<LoginTrials> probe :
        List.of(
            new SshDefaults(),
            new TelnetDefaults(),
            new HttpBasicDefaults(),
            new HttpFormDefaults(),
            new FtpDefaults(),
            new RtspDefaults(),
            new OnvifDefaults(),
            new MqttDefaults(),
            new SnmpDefaults(),
            new CoapPskDefaults())) {
      assertThat(probe.needs().logins()).isTrue();
      assertThat(probe.needs().order()).isEqualTo(Interference.LOGINS);
      assertThat(probe.needs().after()).contains(Services.class).contains(TcpSweeps.class);
      assertThat(probe.lists()).hasSize(1);
    }
  }

  @Test
  void offersItsRules() {
    assertThat(ServiceLoader.load(Rule.class))
        .extracting(Rule::id)
        .contains(
            "passwords.no-default-credential",
            "passwords.login-surfaces-are-declared",
            "passwords.authentication-is-effective",
            "passwords.guessing-is-limited");
  }

  @Test
  @SuppressWarnings("rawtypes")
  void guessesAfterEveryLoginThatALockWouldSpoil() {
    assertThat(ServiceLoader.load(Probe.class))
        .extracting(Probe::id)
        .contains("passwords.guessing", "passwords.ssh-known-keys");
    var guessing = new PasswordGuessing().needs();
    assertThat(guessing.order()).isEqualTo(Interference.BRUTE_FORCE);
    assertThat(guessing.safety()).isEqualTo(SafetyClass.INTRUSIVE);
    assertThat(new SshKnownKeys().needs().order()).isEqualTo(Interference.LOGINS);
    assertThat(new SshKnownKeys().lists()).hasSize(1);
  }
}
