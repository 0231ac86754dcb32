package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.time.Duration;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.rtsp.RtspDoor;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;

/** Tries widely known credentials on every RTSP login, between controls that must be refused. */
@AutoService(Probe.class)
public final class RtspDefaults implements TriesDefaults {
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private final DefaultLogins logins;

  /** With the bundled list. */
  public RtspDefaults() {
    this(CredentialList.bundled(), Patience.standard(), ANSWER);
  }

  RtspDefaults(CredentialList list, Patience patience, Duration answer) {
    this.logins =
        new DefaultLogins(
            LoginProtocol.RTSP, (place, bench) -> door(place, bench, answer), list, patience);
  }

  @Override
  public String id() {
    return "passwords.rtsp-defaults";
  }

  @Override
  public DefaultLogins logins() {
    return logins;
  }

  private static LoginDoor door(LoginPlace place, Bench bench, Duration answer) {
    return new RtspDoor(
        bench.dut(),
        place.surface().endpoint(),
        place.tls(),
        place.protectedReference(),
        bench.random(),
        answer);
  }
}
