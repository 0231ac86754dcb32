package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.time.Duration;
import org.coptest.probes.instrument.ftp.FtpDoor;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;

/** Tries widely known credentials on every FTP login, between controls that must be refused. */
@AutoService(Probe.class)
public final class FtpDefaults implements TriesDefaults {
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private final DefaultLogins logins;

  /** With the bundled list. */
  public FtpDefaults() {
    this(CredentialList.bundled(), Patience.standard(), ANSWER);
  }

  FtpDefaults(CredentialList list, Patience patience, Duration answer) {
    this.logins =
        new DefaultLogins(
            LoginProtocol.FTP, (place, bench) -> door(place, bench, answer), list, patience);
  }

  @Override
  public String id() {
    return "passwords.ftp-defaults";
  }

  @Override
  public DefaultLogins logins() {
    return logins;
  }

  private static LoginDoor door(LoginPlace place, Bench bench, Duration answer) {
    return new FtpDoor(bench.dut(), place.surface(), place.tls(), answer);
  }
}
