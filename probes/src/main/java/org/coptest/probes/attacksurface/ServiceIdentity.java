package org.coptest.probes.attacksurface;

import com.google.auto.service.AutoService;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.coptest.probes.instrument.service.ServiceIdentifier;
import org.coptest.spi.Bench;
import org.coptest.spi.Effort;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.PortRange;
import org.coptest.spi.verdict.Cause;

/** Finds out what answers on each open TCP port. Facts only. */
@AutoService(Probe.class)
public final class ServiceIdentity implements Probe<Services> {
  /** Raw printing ports: nothing is sent there, because a printer prints it. */
  private static final PortRange MAY_PRINT = new PortRange(9100, 9103);

  private final Duration patience;

  /** With the usual patience. */
  public ServiceIdentity() {
    this(Duration.ofMillis(1_500));
  }

  ServiceIdentity(Duration patience) {
    this.patience = patience;
  }

  @Override
  public String id() {
    return "attacksurface.services";
  }

  @Override
  public Needs needs() {
    return Needs.network(SafetyClass.ACTIVE_SAFE, Interference.IDENTIFICATION)
        .after(TcpSweeps.class)
        .connects(12 * AddressSweep.PLAUSIBLE_OPEN)
        .takes(Duration.ofMinutes(1), Duration.ofMinutes(60));
  }

  @Override
  public Effort effort(Target declared) {
    long ports = declared.ixit().logIntf().rows().size();
    return Effort.lasting(patience.multipliedBy(2 * ports)).greeting(2 * ports);
  }

  @Override
  public Services observe(Bench bench, EvidenceLog evidence)
      throws InterruptedException, ProbeException {
    var found = new ArrayList<Service>();
    for (var sweep : bench.seen(TcpSweeps.class).addresses()) {
      var open = sweep.acceptsEverything() ? List.<Integer>of() : ports(sweep);
      for (int port : open) {
        found.add(identify(bench, sweep.address(), port));
        evidence.progress("services", found.size(), open.size());
      }
    }
    return new Services(List.copyOf(found));
  }

  private static List<Integer> ports(AddressSweep sweep) {
    return sweep.openTwice().ports().boxed().toList();
  }

  private Service identify(Bench bench, String address, int port)
      throws ProbeException, InterruptedException {
    var endpoint = Endpoint.tcp(literal(address), port);
    var identifier = new ServiceIdentifier(bench.dut(), endpoint, bench.random(), patience);
    boolean mayPrint = MAY_PRINT.first() <= port && port <= MAY_PRINT.last();
    return new Service(address, port, mayPrint ? identifier.listenOnly() : identifier.identify());
  }

  private static InetAddress literal(String address) throws ProbeException {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new ProbeException(Cause.HARNESS_ERROR, "not a literal address: " + address, e);
    }
  }
}
