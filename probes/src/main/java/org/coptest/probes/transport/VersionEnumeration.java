package org.coptest.probes.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.coptest.probes.instrument.tls.CipherSuite;
import org.coptest.probes.instrument.tls.CipherSuites;
import org.coptest.probes.instrument.tls.ClientHello;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;

/** Offers suites of one version in chunks and takes away what is chosen until nothing is. */
final class VersionEnumeration {
  private final HelloDecider decider;
  private final TlsVersion version;
  private final UnaryOperator<ClientHello> shape;
  private final List<SuiteOffer> suites = new ArrayList<>();
  private String refusal = "";

  VersionEnumeration(HelloDecider decider, TlsVersion version, UnaryOperator<ClientHello> shape) {
    this.decider = decider;
    this.version = version;
    this.shape = shape;
  }

  VersionOffer offers(CipherSuites table, int chunk) throws ProbeException, InterruptedException {
    for (var offered : table.chunks(version, chunk)) {
      var stop = exhaust(new ArrayList<>(offered));
      if (stop.isPresent()) {
        return stop.get();
      }
    }
    return result(Doubt.NONE, suites.isEmpty() ? refusal : "");
  }

  /** Empty when this chunk is used up and the next may follow. */
  private Optional<VersionOffer> exhaust(List<CipherSuite> remaining)
      throws ProbeException, InterruptedException {
    while (!remaining.isEmpty()) {
      switch (decider.decide(hello(remaining))) {
        case Decision.Doubtful it -> {
          return Optional.of(result(it.doubt(), it.detail()));
        }
        case Decision.Refused it -> {
          refusal = it.how();
          boolean done = it.version() && suites.isEmpty();
          return done ? Optional.of(result(Doubt.NONE, refusal)) : Optional.empty();
        }
        case Decision.Accepted it when it.chosen().version() != version.code() -> {
          refusal = "the server chose version %04x".formatted(it.chosen().version());
          return Optional.empty();
        }
        case Decision.Accepted it -> {
          var chosen = take(remaining, it.chosen().suite());
          if (chosen.isEmpty()) {
            var odd = "chose suite %04x, which was not offered".formatted(it.chosen().suite());
            return Optional.of(result(Doubt.ODD_ANSWER, odd));
          }
          suites.add(confirmed(chosen.get(), it.evidence()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<CipherSuite> take(List<CipherSuite> remaining, int id) {
    var chosen = remaining.stream().filter(suite -> suite.id() == id).findFirst();
    chosen.ifPresent(remaining::remove);
    return chosen;
  }

  /** Offers it alone on a fresh connection: the second, independent sighting. */
  private SuiteOffer confirmed(CipherSuite suite, EvidenceRef first)
      throws ProbeException, InterruptedException {
    var sightings = new ArrayList<>(List.of(first));
    if (decider.decide(hello(List.of(suite))) instanceof Decision.Accepted again
        && again.chosen().version() == version.code()
        && again.chosen().suite() == suite.id()) {
      sightings.add(again.evidence());
    }
    return new SuiteOffer(suite.id(), suite.name(), List.copyOf(sightings));
  }

  private ClientHello hello(List<CipherSuite> offered) {
    return shape.apply(ClientHello.of(version, offered));
  }

  private VersionOffer result(Doubt doubt, String detail) {
    var sightings =
        suites.stream()
            .map(SuiteOffer::sightings)
            .filter(list -> list.size() > 1)
            .findFirst()
            .orElseGet(() -> suites.stream().flatMap(s -> s.sightings().stream()).toList());
    return new VersionOffer(
        version,
        !suites.isEmpty(),
        sightings.stream().limit(2).toList(),
        List.copyOf(suites),
        doubt,
        detail);
  }
}
