package org.coptest.probes.transport;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.probes.attacksurface.Service;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.instrument.tls.CipherSuites;
import org.coptest.probes.instrument.tls.ClientHello;
import org.coptest.probes.instrument.tls.HelloAnswer;
import org.coptest.probes.instrument.tls.HelloExchange;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.Bench;
import org.coptest.spi.DataList;
import org.coptest.spi.Effort;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.Interference;
import org.coptest.spi.Needs;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.SafetyClass;
import org.coptest.spi.declaration.Reach;
import org.coptest.spi.declaration.Target;

/** Asks each TLS server which versions and suites it accepts, hello by hello. Facts only. */
@AutoService(Probe.class)
public final class TlsOffers implements Probe<TlsOfferings> {
  /** Usual number of hellos until every version and suite is decided. */
  private static final int HELLOS_OF_A_PORT = 60;

  private final HelloTiming timing;

  /** With the usual patience. */
  public TlsOffers() {
    this(HelloTiming.usual());
  }

  TlsOffers(HelloTiming timing) {
    this.timing = timing;
  }

  @Override
  public String id() {
    return "transport.tls-offers";
  }

  @Override
  public Needs needs() {
    return Needs.network(SafetyClass.ACTIVE_SAFE, Interference.HELLOS)
        .after(Services.class)
        .connects(5_000)
        .takes(Duration.ofMinutes(3), Duration.ofMinutes(60));
  }

  @Override
  public Effort effort(Target declared) {
    long ports =
        declared.ixit().logIntf().stream()
            .filter(row -> row.protocol().filter(name -> name.matches(".*s|tls")).isPresent())
            .count();
    return Effort.lasting(Duration.ofSeconds(1)).greeting(ports * HELLOS_OF_A_PORT);
  }

  @Override
  public List<DataList> lists() {
    return List.of(CipherSuites.bundled().asDataList());
  }

  @Override
  public TlsOfferings observe(Bench bench, EvidenceLog evidence)
      throws InterruptedException, ProbeException {
    var serverName = declaredName(bench.declared().reach());
    var ports = new ArrayList<TlsPort>();
    for (var service : bench.seen(Services.class).found()) {
      var endpoint = service.endpoint();
      var exchange = new HelloExchange(bench.dut(), endpoint, bench.random(), timing.patience());
      if (service.identity().tls() || speaksOldTls(service, exchange)) {
        var port = new PortEnumeration(endpoint, exchange, timing).enumerate(serverName, evidence);
        ports.add(port);
      }
    }
    return new TlsOfferings(List.copyOf(ports));
  }

  /** A server that was not recognised may be one that only knows hellos of old. */
  private static boolean speaksOldTls(Service service, HelloExchange exchange)
      throws ProbeException, InterruptedException {
    if (service.protocol() != Protocol.UNKNOWN || service.identity().speaksFirst()) {
      return false;
    }
    for (var version : List.of(TlsVersion.TLS10, TlsVersion.SSL3)) {
      var suites = CipherSuites.bundled().chunks(version, 60).get(0);
      var answer = exchange.ask(ClientHello.of(version, suites).stripped()).answer();
      if (answer instanceof HelloAnswer.Chosen || answer instanceof HelloAnswer.Alert) {
        return true;
      }
    }
    return false;
  }

  /** The declared host name, which may be sent as SNI; an address literal may not (RFC 6066 3). */
  private static Optional<String> declaredName(Reach reach) {
    return Stream.concat(reach.host().stream(), reach.hosts().stream().flatMap(List::stream))
        .filter(host -> !host.contains(":") && !host.matches("[0-9.]+"))
        .filter(host -> host.matches("[A-Za-z0-9_.-]{1,253}"))
        .findFirst();
  }
}
