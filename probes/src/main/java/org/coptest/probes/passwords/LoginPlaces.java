package org.coptest.probes.passwords;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.coptest.probes.attacksurface.Service;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.TcpSweeps;
import org.coptest.probes.instrument.login.Surface;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.spi.Bench;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Transport;

/**
 * Finds where a device may offer logins of one protocol: what was recognised, and what is declared.
 */
final class LoginPlaces {
  private static final int MOST_BINARY = 8;
  private final Bench bench;
  private final DeclaredLogins declared;
  private final LoginProtocol protocol;

  LoginPlaces(Bench bench, LoginProtocol protocol) {
    this.bench = bench;
    this.declared = new DeclaredLogins(bench.declared());
    this.protocol = protocol;
  }

  /** In the order of ports; each port of each address once. */
  List<LoginPlace> find() throws ProbeException {
    var places = new ArrayList<>(protocol.transport() == Transport.TCP ? overTcp() : overUdp());
    places.sort(Comparator.comparing(place -> place.surface().endpoint().port()));
    return List.copyOf(places);
  }

  /** Where they are declared, whether or not anybody looked. */
  List<LoginPlace> declared() {
    if (protocol.transport() == Transport.UDP) {
      return overUdp().stream().filter(LoginPlace::certain).toList();
    }
    return declared.speaking(protocol).stream()
        .flatMap(mech -> declared.port(mech).map(port -> declared(mech, port, true)).stream())
        .toList();
  }

  private List<LoginPlace> overTcp() throws ProbeException {
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
    return places;
  }

  /** Nothing tells an open UDP port: the declared and the usual ones are asked, and may be mute. */
  private List<LoginPlace> overUdp() {
    var ports = new TreeSet<>(protocol.usualUdpPorts());
    declared.speaking(protocol).forEach(mech -> declared.port(mech).ifPresent(ports::add));
    return ports.stream()
        .flatMap(port -> bench.dut().addresses().stream().map(address -> overUdp(address, port)))
        .toList();
  }

  private LoginPlace overUdp(InetAddress address, int port) {
    var mech = declared.at(port, protocol);
    var subject = subject(port, bench.dut().addresses().indexOf(address));
    var endpoint = new Endpoint(address, Transport.UDP, port);
    var budget = mech.map(AuthMech::id).orElse(subject);
    var surface = new Surface(subject, protocol.text(), endpoint, budget);
    return new LoginPlace(surface, false, true, mech.isPresent(), mech);
  }

  private boolean speaks(Service service) {
    var console =
        protocol == LoginProtocol.TELNET
            && service.protocol() == Protocol.UNKNOWN
            && service.identity().loginPrompt();
    var reached = protocol.insideTls() || !service.identity().tls();
    return reached && (console || protocol.speaks(service.protocol()));
  }

  /** Something unrecognised that greets with an unfinished line of text may be a console. */
  private boolean mayPrompt(Service service) {
    var identity = service.identity();
    var greeting = identity.firstBytes();
    return protocol == LoginProtocol.TELNET
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
    var subject = subject(port, addresses.indexOf(service.address()));
    var tls = service.identity().tls();
    var mech = declared.at(port, protocol);
    var budget = mech.map(AuthMech::id).orElse(subject);
    var surface = new Surface(subject, protocol.text(tls), service.endpoint(), budget);
    var certain = speaks(service) && (protocol.first() || mech.isPresent());
    return new LoginPlace(surface, tls, true, certain, mech);
  }

  private LoginPlace declared(AuthMech mech, int port, boolean open) {
    var address = bench.dut().addresses().getFirst();
    var tls = declared.insideTls(mech, protocol);
    var surface =
        new Surface(subject(port, 0), protocol.text(tls), Endpoint.tcp(address, port), mech.id());
    return new LoginPlace(surface, tls, open, true, Optional.of(mech));
  }

  /** Two protocols on one port, and one port on two addresses, are told apart. */
  private String subject(int port, int nth) {
    var name = declared.subject(protocol.transport(), port);
    var inner = protocol.first() ? name : name + "/" + protocol.text();
    return nth > 0 ? inner + "#" + (nth + 1) : inner;
  }
}
