package org.coptest.probes.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coptest.probes.instrument.tls.CipherSuite;
import org.coptest.probes.instrument.tls.CipherSuites;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.PolicyLine;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** The rows about versions and suites that one server should not accept. */
final class TlsFindings {
  private final TlsPort port;
  private final String subject;
  private final TlsPolicy policy;
  private final DeclaredTls declared;
  private final CipherSuites known;
  private final List<RowJudgement> rows = new ArrayList<>();

  TlsFindings(
      TlsPort port, String subject, TlsPolicy policy, DeclaredTls declared, CipherSuites known) {
    this.port = port;
    this.subject = subject;
    this.policy = policy;
    this.declared = declared;
    this.known = known;
  }

  List<RowJudgement> rows() {
    port.accepted().forEach(this::version);
    port.accepted().stream()
        .flatMap(offer -> offer.suites().stream())
        .map(SuiteOffer::id)
        .distinct()
        .forEach(this::suite);
    return rows;
  }

  private void version(VersionOffer offer) {
    var version = offer.version();
    var found = "%s accepts %s".formatted(subject, version.title());
    reasonAgainst(policy.against(version), !declares(version), "versions")
        .ifPresent(why ->
            rows.add(
                row(
                    name(version),
                    found,
                    why,
                    offer.sightings(),
                    "openssl s_client -connect %s %s".formatted(where(), option(version)))));
  }

  private static String name(TlsVersion version) {
    return version.title().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private boolean declares(TlsVersion version) {
    var versions = declared.versions();
    return versions.isEmpty() || versions.contains(version);
  }

  private void suite(int id) {
    var suite = known.byId(id);
    var offers = port.accepted().stream().filter(o -> find(o, id).isPresent()).toList();
    var found =
        "%s accepts %s with %s".formatted(subject, suite.name(), offers.get(0).version().title());
    var sightings =
        offers.stream()
            .flatMap(o -> find(o, id).stream())
            .flatMap(s -> s.sightings().stream())
            .limit(2)
            .toList();
    reasonAgainst(policy.against(suite), !declares(suite), "suites")
        .ifPresent(why ->
            rows.add(
                row(
                    suite.name(),
                    found,
                    why,
                    sightings,
                    "openssl s_client -connect %s %s -cipher ALL:COMPLEMENTOFALL:@SECLEVEL=0"
                        .formatted(where(), option(offers.get(0).version())))));
  }

  private boolean declares(CipherSuite suite) {
    var suites = declared.suites(known);
    return suites.isEmpty() || declared.missing(known).isPresent() || suites.contains(suite);
  }

  private static Optional<SuiteOffer> find(VersionOffer offer, int id) {
    return offer.suites().stream().filter(suite -> suite.id() == id).findFirst();
  }

  private Optional<Why> reasonAgainst(Optional<PolicyLine> line, boolean undeclared, String field) {
    if (line.isPresent()) {
      var it = line.get();
      return Optional.of(
          new Why(
              "policy line %s forbids it (%s)".formatted(it.id(), it.cites()),
              "policy %s version %d".formatted(policy.policy().id(), policy.policy().version()),
              "switch it off in the TLS configuration of this service"));
    }
    var path = declared.path() + "." + field;
    return undeclared
        ? Optional.of(
            new Why(path + " does not declare it", path, "switch it off, or declare it there"))
        : Optional.empty();
  }

  /** Why it should not be accepted, where that is written, and what to do. */
  private record Why(String reason, String declaredAt, String fix) {}

  private RowJudgement row(
      String what, String found, Why why, List<EvidenceRef> sightings, String reproduce) {
    var name = subject + "/" + what;
    if (sightings.size() < 2) {
      return RowJudgement.undecided(
          name,
          Cause.AMBIGUOUS_RESPONSE,
          found + " in one of two tries, though " + why.reason(),
          sightings.toArray(EvidenceRef[]::new));
    }
    return RowJudgement.fail(
        name,
        found + ", but " + why.reason(),
        Sightings.twice(sightings.get(0), sightings.get(1)),
        new Finding("it is refused", found, why.declaredAt(), reproduce, why.fix()));
  }

  private String where() {
    var host = port.address().contains(":") ? "[" + port.address() + "]" : port.address();
    return host + ":" + port.port();
  }

  private static String option(TlsVersion version) {
    return switch (version) {
      case SSL2 -> "-ssl2";
      case SSL3 -> "-ssl3";
      case TLS10 -> "-tls1";
      case TLS11 -> "-tls1_1";
      case TLS12 -> "-tls1_2";
      case TLS13 -> "-tls1_3";
    };
  }
}
