package org.coptest.probes.passwords;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.spi.Bench;
import org.coptest.spi.Probe;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.AuthMech;

/** The logins of one device in every protocol that has a probe for default credentials. */
final class DeviceLogins {
  private final List<DefaultLogins> protocols;

  private DeviceLogins(List<DefaultLogins> protocols) {
    this.protocols = List.copyOf(protocols);
  }

  /** Of every protocol there is a probe for; no other probe is made, this may be within one. */
  static DeviceLogins ofEveryProtocol() {
    return of(
        ServiceLoader.load(probes(), DeviceLogins.class.getClassLoader()).stream()
            .filter(it -> TriesDefaults.class.isAssignableFrom(it.type()))
            .map(it -> ((TriesDefaults) it.get()).logins())
            .toList());
  }

  @SuppressWarnings("unchecked") // a class object knows no type arguments
  private static Class<Probe<?>> probes() {
    return (Class<Probe<?>>) (Class<?>) Probe.class;
  }

  /** Of these protocols. */
  static DeviceLogins of(List<DefaultLogins> protocols) {
    return new DeviceLogins(protocols);
  }

  /** One place with the means to open it. */
  record Login(LoginPlace place, DefaultLogins protocol) {
    LoginDoor open(Bench bench) {
      return protocol.open(place, bench);
    }

    boolean offers(AuthMech mech) {
      return place.declared().filter(mech::equals).isPresent();
    }
  }

  /** Every place that is declared, whether or not somebody looked at this sample before. */
  List<Login> declaredOn(Bench bench) throws ProbeException {
    var logins = new ArrayList<Login>();
    for (var protocol : protocols) {
      protocol.declaredPlaces(bench).forEach(place -> logins.add(new Login(place, protocol)));
    }
    return logins;
  }

  /** Every open place where a login was recognised or is declared. */
  List<Login> on(Bench bench) throws ProbeException {
    var logins = new ArrayList<Login>();
    for (var protocol : protocols) {
      protocol.places(bench).stream()
          .filter(LoginPlace::open)
          .filter(LoginPlace::certain)
          .forEach(place -> logins.add(new Login(place, protocol)));
    }
    return logins;
  }
}
