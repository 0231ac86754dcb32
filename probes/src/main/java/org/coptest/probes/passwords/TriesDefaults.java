package org.coptest.probes.passwords;

import java.time.Duration;
import java.util.List;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.TcpSweeps;
import org.coptest.spi.Bench;
import org.coptest.spi.DataList;
import org.coptest.spi.Effort;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.Target;

/**
 * What every probe for default credentials is made of: its protocol's door, and all else from here.
 */
interface TriesDefaults extends Probe<LoginTrials> {

  /** Places, list and oracle of its protocol. */
  DefaultLogins logins();

  @Override
  default Needs needs() {
    return Needs.network(SafetyClass.ACTIVE_SAFE, Interference.LOGINS)
        .after(Services.class)
        .after(TcpSweeps.class)
        .tryingLogins()
        .connects(4_000)
        .takes(Duration.ofMinutes(3), Duration.ofMinutes(30));
  }

  @Override
  default Effort effort(Target declared) {
    return Effort.lasting(Duration.ofSeconds(1)).loggingIn(logins().expected(declared));
  }

  @Override
  default List<DataList> lists() {
    return List.of(logins().about());
  }

  @Override
  default LoginTrials observe(Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    return logins().observe(id(), bench, evidence);
  }
}
