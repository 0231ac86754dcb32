package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.ssh.SshDoor;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;

/** Tries widely known credentials on every SSH login, between controls that must be refused. */
@AutoService(Probe.class)
public final class SshDefaults implements TriesDefaults {
  private final DefaultLogins logins;

  /** With the bundled list. */
  public SshDefaults() {
    this(CredentialList.bundled(), Patience.standard());
  }

  SshDefaults(CredentialList list, Patience patience) {
    this.logins = new DefaultLogins(LoginProtocol.SSH, SshDefaults::door, list, patience);
  }

  @Override
  public String id() {
    return "passwords.ssh-defaults";
  }

  @Override
  public DefaultLogins logins() {
    return logins;
  }

  private static LoginDoor door(LoginPlace place, Bench bench) {
    return new SshDoor(bench.dut(), place.surface().endpoint(), likelyUser(place), bench.random());
  }

  private static String likelyUser(LoginPlace place) {
    return place
        .declared()
        .flatMap(AuthMech::validCredential)
        .flatMap(Credential::user)
        .orElse("root");
  }
}
