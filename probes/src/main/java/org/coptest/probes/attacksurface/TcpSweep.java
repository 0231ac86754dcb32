package org.coptest.probes.attacksurface;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.coptest.spi.Bench;
import org.coptest.spi.Effort;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;

/** Connects to every TCP port of every address twice, between controls. Facts only. */
@AutoService(Probe.class)
public final class TcpSweep implements Probe<TcpSweeps> {
  private final Duration apart;

  /** With the looks as far apart as is usual. */
  public TcpSweep() {
    this(Duration.ofSeconds(5));
  }

  TcpSweep(Duration apart) {
    this.apart = apart;
  }

  @Override
  public String id() {
    return "attacksurface.tcp-sweep";
  }

  @Override
  public Needs needs() {
    return Needs.network(SafetyClass.ACTIVE_SAFE, Interference.PORTS)
        .connects(2 * 65_535 + 8_000)
        .takes(Duration.ofMinutes(5), Duration.ofHours(4));
  }

  @Override
  public Effort effort(Target declared) {
    int addresses = declared.reach().hosts().map(List::size).orElse(1);
    return Effort.lasting(apart).connecting(addresses * (2L * 65_535 + 2_000));
  }

  @Override
  public TcpSweeps observe(Bench bench, EvidenceLog evidence)
      throws InterruptedException, ProbeException {
    var sweeps = new ArrayList<AddressSweep>();
    for (var address : bench.dut().addresses()) {
      sweeps.add(new AddressLook(bench, evidence, address, apart).sweep());
    }
    if (sweeps.stream().noneMatch(AddressSweep::answered)) {
      throw new ProbeException(
          Cause.TARGET_UNREACHABLE, "no TCP port of any declared address answered");
    }
    return new TcpSweeps(sweeps);
  }
}
