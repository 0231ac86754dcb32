package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import org.coptest.probes.instrument.coap.CoapPskDoor;
import org.coptest.probes.instrument.coap.CoapTiming;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;

/** Tries the pre-shared keys of sample programs on every CoAP server inside DTLS. */
@AutoService(Probe.class)
public final class CoapPskDefaults implements TriesDefaults {
  private final DefaultLogins logins;

  /** With the bundled list. */
  public CoapPskDefaults() {
    this(CredentialList.bundled(), Patience.standard(), CoapTiming.standard());
  }

  CoapPskDefaults(CredentialList list, Patience patience, CoapTiming timing) {
    this.logins =
        new DefaultLogins(
            LoginProtocol.COAP_PSK, (place, bench) -> door(place, bench, timing), list, patience);
  }

  @Override
  public String id() {
    return "passwords.coap-psk-defaults";
  }

  @Override
  public DefaultLogins logins() {
    return logins;
  }

  private static LoginDoor door(LoginPlace place, Bench bench, CoapTiming timing) {
    return new CoapPskDoor(
        bench.dut(),
        place.surface().endpoint(),
        place.protectedReference(),
        bench.random(),
        timing);
  }
}
