package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.mqtt.MqttDoor;
import org.coptest.probes.instrument.mqtt.MqttTiming;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;

/** Tries widely known credentials on every MQTT broker, between controls that must be refused. */
@AutoService(Probe.class)
public final class MqttDefaults implements TriesDefaults {
  private final DefaultLogins logins;

  /** With the bundled list. */
  public MqttDefaults() {
    this(CredentialList.bundled(), Patience.standard(), MqttTiming.standard());
  }

  MqttDefaults(CredentialList list, Patience patience, MqttTiming timing) {
    this.logins =
        new DefaultLogins(
            LoginProtocol.MQTT, (place, bench) -> door(place, bench, timing), list, patience);
  }

  @Override
  public String id() {
    return "passwords.mqtt-defaults";
  }

  @Override
  public DefaultLogins logins() {
    return logins;
  }

  private static LoginDoor door(LoginPlace place, Bench bench, MqttTiming timing) {
    return new MqttDoor(
        bench.dut(),
        place.surface(),
        place.tls(),
        place.protectedReference(),
        bench.random(),
        timing);
  }
}
