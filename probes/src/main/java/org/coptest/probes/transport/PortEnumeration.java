package org.coptest.probes.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.coptest.probes.instrument.tls.CipherSuites;
import org.coptest.probes.instrument.tls.ClientHello;
import org.coptest.probes.instrument.tls.HelloExchange;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Endpoint;

/** Finds out which versions and suites one TLS server accepts. */
final class PortEnumeration {
  /** More than 128 suites in one hello make some servers reset. */
  private static final int CHUNK = 60;

  private final Endpoint endpoint;
  private final HelloExchange exchange;
  private final HelloTiming timing;
  private final CipherSuites suites = CipherSuites.bundled();

  PortEnumeration(Endpoint endpoint, HelloExchange exchange, HelloTiming timing) {
    this.endpoint = endpoint;
    this.exchange = exchange;
    this.timing = timing;
  }

  TlsPort enumerate(Optional<String> serverName, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    var search = new GoodHello(exchange, suites, CHUNK);
    var good = search.find(serverName);
    if (good.isEmpty()) {
      var ref = evidence.text("TLS offers", endpoint.text() + ": no hello was accepted\n");
      return port(false, search.spoke(), "", 0, 0, List.of(), ref);
    }
    var decider = new HelloDecider(exchange, timing, good.get());
    var versions = versions(decider, good.get(), evidence);
    // The last word is a control: what came before it counts only if the server still answers.
    decider.control();
    return port(
        true,
        true,
        good.get().serverName().orElse(""),
        decider.controlsAsked(),
        decider.controlsAnswered(),
        versions,
        evidence.text("TLS offers", text(versions)));
  }

  private List<VersionOffer> versions(HelloDecider decider, ClientHello good, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    UnaryOperator<ClientHello> shape =
        hello -> good.bare() ? hello.stripped() : hello.to(good.serverName());
    var offers = new ArrayList<VersionOffer>();
    var lost = Doubt.NONE;
    for (var version : TlsVersion.values()) {
      var offer =
          lost != Doubt.NONE
              ? undecided(version, lost)
              : version == TlsVersion.SSL2
                  ? ssl2(decider)
                  : new VersionEnumeration(decider, version, shape).offers(suites, CHUNK);
      offers.add(offer);
      // A server that has stopped answering is not asked on and on.
      lost = offer.complete() || decider.control() ? Doubt.NONE : offer.doubt();
      evidence.progress("TLS versions", offers.size(), TlsVersion.values().length);
    }
    return List.copyOf(offers);
  }

  private static VersionOffer undecided(TlsVersion version, Doubt doubt) {
    return new VersionOffer(
        version, false, List.of(), List.of(), doubt, "not asked: the server stopped answering");
  }

  private VersionOffer ssl2(HelloDecider decider) throws ProbeException, InterruptedException {
    var hello = new ClientHello(TlsVersion.SSL2, List.of(), Optional.empty(), true);
    var sightings = new ArrayList<EvidenceRef>();
    var detail = "";
    for (int turn = 0; turn < 2; turn++) {
      switch (decider.decide(hello)) {
        case Decision.Accepted it when it.chosen().version() == TlsVersion.SSL2.code() ->
            sightings.add(it.evidence());
        case Decision.Accepted it -> detail = "the server chose another version";
        case Decision.Refused it -> detail = it.how();
        case Decision.Doubtful it -> {
          if (it.doubt() != Doubt.ODD_ANSWER) {
            return new VersionOffer(
                TlsVersion.SSL2, false, List.of(), List.of(), it.doubt(), it.detail());
          }
          // Bytes that are no SSL 2.0 are what a server says that does not know it.
          detail = it.detail();
        }
      }
      if (sightings.isEmpty()) {
        break;
      }
    }
    return new VersionOffer(
        TlsVersion.SSL2,
        !sightings.isEmpty(),
        List.copyOf(sightings),
        List.of(),
        Doubt.NONE,
        detail);
  }

  private TlsPort port(
      boolean negotiated,
      boolean spoke,
      String name,
      int asked,
      int answered,
      List<VersionOffer> versions,
      EvidenceRef summary) {
    return new TlsPort(
        endpoint.address().getHostAddress(),
        endpoint.port(),
        negotiated,
        spoke,
        name,
        asked,
        answered,
        versions,
        summary);
  }

  private String text(List<VersionOffer> versions) {
    var text = new StringBuilder(endpoint.text()).append('\n');
    for (var offer : versions) {
      text.append(offer.version().title())
          .append(offer.accepted() ? ": accepted " : ": not accepted ")
          .append(offer.doubt() == Doubt.NONE ? "" : offer.doubt().name())
          .append(' ')
          .append(offer.detail())
          .append('\n')
          .append(
              offer.suites().stream()
                  .map(suite -> "  %04X %s%n".formatted(suite.id(), suite.name()))
                  .collect(Collectors.joining()));
    }
    return text.toString();
  }
}
