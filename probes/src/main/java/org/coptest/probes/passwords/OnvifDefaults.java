package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import org.coptest.probes.instrument.http.WebClient;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.onvif.OnvifDoor;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.LoginEndpoint;

/** Tries widely known credentials on every ONVIF login, between controls that must be refused. */
@AutoService(Probe.class)
public final class OnvifDefaults implements TriesDefaults {
  private final DefaultLogins logins;

  /** With the bundled list. */
  public OnvifDefaults() {
    this(CredentialList.bundled(), Patience.standard());
  }

  OnvifDefaults(CredentialList list, Patience patience) {
    this.logins = new DefaultLogins(LoginProtocol.ONVIF, OnvifDefaults::door, list, patience);
  }

  @Override
  public String id() {
    return "passwords.onvif-defaults";
  }

  @Override
  public DefaultLogins logins() {
    return logins;
  }

  private static LoginDoor door(LoginPlace place, Bench bench) {
    return new OnvifDoor(
        new WebClient(bench.dut(), place.surface().endpoint(), place.tls()),
        place.declared().flatMap(AuthMech::endpoint).flatMap(LoginEndpoint::path),
        place.declared().flatMap(AuthMech::protectedReference),
        place.declared().isPresent(),
        bench.clock(),
        bench.random());
  }
}
