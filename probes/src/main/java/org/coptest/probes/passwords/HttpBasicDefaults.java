package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.List;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.TcpSweeps;
import org.coptest.probes.instrument.http.BasicDoor;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.spi.Bench;
import org.coptest.spi.DataList;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;

/**
 * Tries widely known credentials on every HTTP Basic login, between controls that must be refused.
 */
@AutoService(Probe.class)
public final class HttpBasicDefaults implements Probe<LoginTrials> {
  private static final String ID = "passwords.http-basic-defaults";
  private final DefaultLogins logins;

  /** With the bundled list. */
  public HttpBasicDefaults() {
    this(CredentialList.bundled(), Patience.standard());
  }

  HttpBasicDefaults(CredentialList list, Patience patience) {
    this.logins = new DefaultLogins(ID, "http", HttpBasicDefaults::door, list, patience);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Needs needs() {
    return Needs.network(SafetyClass.ACTIVE_SAFE, Interference.LOGINS)
        .after(Services.class)
        .after(TcpSweeps.class)
        .tryingLogins()
        .connects(4_000)
        .takes(Duration.ofMinutes(3), Duration.ofMinutes(30));
  }

  @Override
  public List<DataList> lists() {
    return List.of(logins.about());
  }

  @Override
  public LoginTrials observe(Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    return logins.observe(bench, evidence);
  }

  private static LoginDoor door(LoginPlace place, Bench bench) {
    return new BasicDoor(
        bench.dut(),
        place.surface().endpoint(),
        place.tls(),
        place.protectedReference(),
        bench.random());
  }
}
