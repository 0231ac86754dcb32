package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import org.coptest.probes.instrument.http.ChallengeDoor;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;

/**
 * Tries widely known credentials on every HTTP Basic or Digest login, between controls that must be
 * refused.
 */
@AutoService(Probe.class)
public final class HttpBasicDefaults implements TriesDefaults {
  private final DefaultLogins logins;

  /** With the bundled list. */
  public HttpBasicDefaults() {
    this(CredentialList.bundled(), Patience.standard());
  }

  HttpBasicDefaults(CredentialList list, Patience patience) {
    this.logins = new DefaultLogins(LoginProtocol.HTTP, HttpBasicDefaults::door, list, patience);
  }

  @Override
  public String id() {
    return "passwords.http-basic-defaults";
  }

  @Override
  public DefaultLogins logins() {
    return logins;
  }

  private static LoginDoor door(LoginPlace place, Bench bench) {
    return new ChallengeDoor(
        bench.dut(),
        place.surface().endpoint(),
        place.tls(),
        place.protectedReference(),
        bench.random());
  }
}
