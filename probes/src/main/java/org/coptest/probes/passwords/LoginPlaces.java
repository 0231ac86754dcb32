package org.coptest.probes.passwords;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.probes.attacksurface.Service;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.TcpSweeps;
import org.coptest.probes.instrument.login.Surface;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.spi.Bench;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.net.Endpoint;

/**
 * Finds where a device may offer logins of one protocol: what was recognised, and what is declared.
 */
final class LoginPlaces {
  private static final int MOST_BINARY = 8;
  private final Bench bench;
  private final DeclaredLogins declared;
  private final String protocol;

  LoginPlaces(Bench bench, String protocol) {
    this.bench = bench;
    this.declared = new DeclaredLogins(bench.declared());
    this.protocol = protocol;
  }

  /** In the order of ports; each port of each address once. */
  List<LoginPlace> find() throws ProbeException {
    var services = bench.seen(Services.class).found();
    var open = bench.seen(TcpSweeps.class).openTwice();
    var places = new ArrayList<LoginPlace>();
    services.stream()
        .filter(service -> speaks(service) || mayPrompt(service))
        .forEach(service -> places.add(found(service, services)));
    for (var mech : declared.speaking(protocol)) {
      declared
          .port(mech)
          .filter(port -> places.stream().noneMatch(at -> at.surface().endpoint().port() == port))
          .filter(port -> services.stream().noneMatch(s -> s.port() == port && contradicts(s)))
          .ifPresent(port -> places.add(declared(mech, port, open.contains(port))));
    }
    places.sort(Comparator.comparing(place -> place.surface().endpoint().port()));
    return List.copyOf(places);
  }

  private boolean speaks(Service service) {
    return switch (protocol) {
      case "ssh" -> service.protocol() == Protocol.SSH;
      case "http" -> service.protocol() == Protocol.HTTP;
      default ->
          !service.identity().tls()
              && (service.protocol() == Protocol.TELNET
                  || service.protocol() == Protocol.UNKNOWN && service.identity().loginPrompt());
    };
  }

  /** Something unrecognised that greets with an unfinished line of text may be a console. */
  private boolean mayPrompt(Service service) {
    var identity = service.identity();
    var greeting = identity.firstBytes();
    return protocol.equals("telnet")
        && service.protocol() == Protocol.UNKNOWN
        && identity.speaksFirst()
        && !identity.tls()
        && !greeting.isEmpty()
        && !greeting.endsWith("\\x0a")
        && greeting.split("\\\\x", -1).length <= MOST_BINARY;
  }

  private boolean contradicts(Service service) {
    return service.protocol().isTyped() && service.protocol() != Protocol.TLS && !speaks(service);
  }

  private LoginPlace found(Service service, List<Service> all) {
    var port = service.port();
    var addresses = all.stream().filter(s -> s.port() == port).map(Service::address).toList();
    var nth = addresses.indexOf(service.address());
    var subject = declared.subject(port) + (nth > 0 ? "#" + (nth + 1) : "");
    var tls = service.identity().tls();
    var spoken = protocol.equals("http") && tls ? "https" : protocol;
    var mech = declared.at(port, protocol);
    var budget = mech.map(AuthMech::id).orElse(subject);
    var surface = new Surface(subject, spoken, service.endpoint(), budget);
    return new LoginPlace(surface, tls, true, speaks(service), mech);
  }

  private LoginPlace declared(AuthMech mech, int port, boolean open) {
    var address = bench.dut().addresses().getFirst();
    var tls = Stream.of(mech.protocol()).flatMap(Optional::stream).anyMatch("https"::equals);
    var surface =
        new Surface(
            declared.subject(port),
            tls ? "https" : protocol,
            Endpoint.tcp(address, port),
            mech.id());
    return new LoginPlace(surface, tls, open, true, Optional.of(mech));
  }
}
