package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.telnet.TelnetDoor;
import org.coptest.probes.instrument.telnet.Timing;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;

/** Tries widely known credentials on every Telnet login, between controls that must be refused. */
@AutoService(Probe.class)
public final class TelnetDefaults implements TriesDefaults {
  private final DefaultLogins logins;

  /** With the bundled list. */
  public TelnetDefaults() {
    this(CredentialList.bundled(), Patience.standard(), Timing.standard());
  }

  TelnetDefaults(CredentialList list, Patience patience, Timing timing) {
    this.logins =
        new DefaultLogins(
            LoginProtocol.TELNET, (place, bench) -> door(place, bench, timing), list, patience);
  }

  @Override
  public String id() {
    return "passwords.telnet-defaults";
  }

  @Override
  public DefaultLogins logins() {
    return logins;
  }

  private static LoginDoor door(LoginPlace place, Bench bench, Timing timing) {
    return new TelnetDoor(bench.dut(), place.surface().endpoint(), bench.random(), timing);
  }
}
