package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.coptest.probes.attacksurface.Service;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.TcpSweeps;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.instrument.ssh.SshKeyDoor;
import org.coptest.spi.Bench;
import org.coptest.spi.DataList;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;

/**
 * Asks every SSH server whether it authorises keys whose private half everybody can have (RFC 4252,
 * 7: a query without a signature), between fresh keys that nobody can have.
 */
@AutoService(Probe.class)
public final class SshKnownKeys implements Probe<SshKeyTrials> {
  private final SshKnownKeysList list;
  private final Patience patience;

  /** With the bundled list. */
  public SshKnownKeys() {
    this(SshKnownKeysList.bundled(), Patience.standard());
  }

  SshKnownKeys(SshKnownKeysList list, Patience patience) {
    this.list = list;
    this.patience = patience;
  }

  @Override
  public String id() {
    return "passwords.ssh-known-keys";
  }

  @Override
  public Needs needs() {
    return Needs.network(SafetyClass.ACTIVE_SAFE, Interference.LOGINS)
        .after(Services.class)
        .after(TcpSweeps.class)
        .tryingLogins()
        .connects(200)
        .takes(Duration.ofMinutes(1), Duration.ofMinutes(15));
  }

  @Override
  public List<DataList> lists() {
    return List.of(list.about());
  }

  @Override
  public SshKeyTrials observe(Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    var trials = new ArrayList<SshKeyTrial>();
    var speaking =
        bench.seen(Services.class).speaking(Protocol.SSH).stream().map(Service::endpoint).toList();
    for (var place : new LoginPlaces(bench, LoginProtocol.SSH).find()) {
      // What is declared and does not speak SSH is another probe's to wait for.
      if (speaking.contains(place.surface().endpoint())) {
        trials.add(examined(place, bench));
      }
    }
    return new SshKeyTrials(id(), list.about(), List.copyOf(trials));
  }

  private SshKeyTrial examined(LoginPlace place, Bench bench)
      throws ProbeException, InterruptedException {
    var endpoint = place.surface().endpoint();
    try (var door = new SshKeyDoor(bench.dut(), endpoint, bench.random())) {
      return new SshKeyExam(bench, place, door, list.keys(), patience).examine();
    }
  }
}
