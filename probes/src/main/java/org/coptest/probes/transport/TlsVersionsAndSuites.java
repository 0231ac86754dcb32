package org.coptest.probes.transport;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.coptest.probes.attacksurface.DeclaredPorts;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.SweepQuality;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.instrument.tls.CipherSuites;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.ComMech;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.RowJudgement;

/** 5.5-1-2 a: each TLS server accepts only versions and suites that are declared and allowed. */
@AutoService(Rule.class)
public final class TlsVersionsAndSuites implements Rule {
  private static final String NONE = "tls";
  private static final String FINITE_FIELD = "TLS_DHE_";
  private static final String UNMEASURED =
      " is accepted, and the size of its Diffie-Hellman group is not measured in this release";

  @Override
  public String id() {
    return "transport.tls-versions-and-suites";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Set<String> values() {
    return Set.of("policy");
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var known = CipherSuites.bundled();
    var rows = new LinkedHashMap<String, RowJudgement>();
    for (var port : seen.only(TlsOfferings.class).ports()) {
      judge(port, criteria, known).forEach(row -> rows.merge(row.subject(), row, this::worse));
    }
    if (rows.isEmpty()) {
      var row = behindTarpit(seen, criteria).orElseGet(() -> noServer(criteria));
      rows.put(row.subject(), row);
    }
    for (var row : clearTextLogins(seen, criteria)) {
      rows.merge(row.subject(), row, this::worse);
    }
    SweepQuality.of(seen)
        .trouble()
        .ifPresent(it -> rows.put("tcp", RowJudgement.undecided("tcp", it.cause(), it.reason())));
    return List.copyOf(rows.values());
  }

  /** A login in the clear is no current cryptography; until that is judged it is no PASS either. */
  private static List<RowJudgement> clearTextLogins(Seen seen, Criteria criteria) {
    return seen.all(Services.class).stream()
        .flatMap(
            services -> services.speaking(Protocol.HTTP, Protocol.TELNET, Protocol.FTP).stream())
        .filter(service -> !service.identity().tls() && service.asInterface().login())
        .map(service ->
            RowJudgement.undecided(
                DeclaredPorts.subject(criteria, service.port()),
                Cause.NOT_AUTOMATED,
                "%s on tcp/%d takes a login in the clear, which is not judged in this release"
                    .formatted(service.spoken(), service.port())))
        .toList();
  }

  /** The same server at two addresses of the device is one subject. */
  private RowJudgement worse(RowJudgement one, RowJudgement other) {
    return one.verdict().compareTo(other.verdict()) <= 0 ? one : other;
  }

  private static List<RowJudgement> judge(TlsPort port, Criteria criteria, CipherSuites known) {
    var subject = DeclaredPorts.subject(criteria, port.port());
    var policy = new TlsPolicy(criteria.policy());
    var declared = DeclaredTls.of(criteria, subject);
    var findings = new TlsFindings(port, subject, policy, declared, known).rows();
    var rows = new ArrayList<>(findings);
    rest(port, subject, policy, declared, known, findings.isEmpty()).ifPresent(rows::add);
    return rows;
  }

  /** The row of the server itself; none when findings say it all. */
  private static Optional<RowJudgement> rest(
      TlsPort port,
      String subject,
      TlsPolicy policy,
      DeclaredTls declared,
      CipherSuites known,
      boolean clean) {
    var gap = gap(port).or(() -> unnamed(port, policy, known));
    if (gap.isPresent()) {
      return gap.map(it -> undecided(subject, it.cause(), it.reason(), port));
    } else if (!clean) {
      return Optional.empty();
    }
    var missing = declared.missing(known);
    return Optional.of(
        missing
            .map(what -> undecided(subject, Cause.MISSING_INPUT, what + "; " + list(port), port))
            .orElseGet(() -> pass(port, subject)));
  }

  private static RowJudgement undecided(String subject, Cause cause, String reason, TlsPort port) {
    return RowJudgement.undecided(subject, cause, reason, port.summary());
  }

  /** What keeps the enumeration from being complete. */
  private record Gap(Cause cause, String reason) {}

  private static Optional<Gap> gap(TlsPort port) {
    if (!port.negotiated()) {
      return Optional.of(
          new Gap(
              port.spoke() ? Cause.AMBIGUOUS_RESPONSE : Cause.CONTROL_FAILED,
              "no hello was accepted, so a refusal shows nothing"));
    }
    return port.versions().stream()
        .filter(offer -> !offer.complete())
        .findFirst()
        .map(offer ->
            new Gap(
                switch (offer.doubt()) {
                  case NO_ANSWER -> Cause.RATE_LIMITED;
                  case CONTROL_LOST -> Cause.CONTROL_FAILED;
                  case ODD_ANSWER, NONE -> Cause.AMBIGUOUS_RESPONSE;
                },
                offer.version().title() + " is undecided: " + offer.detail()));
  }

  private static Optional<Gap> unnamed(TlsPort port, TlsPolicy policy, CipherSuites known) {
    for (var offer : port.accepted()) {
      if (!policy.allows(offer.version()) && policy.against(offer.version()).isEmpty()) {
        return Optional.of(unnamed(policy, offer.version().title()));
      }
      for (var it : offer.suites()) {
        var suite = known.byId(it.id());
        if (!policy.allows(suite) && policy.against(suite).isEmpty()) {
          return Optional.of(unnamed(policy, suite.name()));
        }
        if (suite.name().startsWith(FINITE_FIELD)) {
          return Optional.of(new Gap(Cause.NOT_AUTOMATED, suite.name() + UNMEASURED));
        }
      }
    }
    return Optional.empty();
  }

  private static Gap unnamed(TlsPolicy policy, String what) {
    return new Gap(
        Cause.NEEDS_ASSESSOR,
        "%s is accepted and policy %s neither allows nor forbids it"
            .formatted(what, policy.policy().id()));
  }

  private static RowJudgement pass(TlsPort port, String subject) {
    boolean held = port.controlsAsked() > 0 && port.controlsAnswered() == port.controlsAsked();
    var control =
        new Control(
            "a hello known to be accepted was sent again between refused ones and at the end",
            held,
            "accepted %d of %d times".formatted(port.controlsAnswered(), port.controlsAsked()));
    return control
        .proof()
        .map(proof -> RowJudgement.pass(subject, list(port), proof, port.summary()))
        .orElseGet(
            () -> undecided(subject, Cause.CONTROL_FAILED, "control " + control.detail(), port));
  }

  private static String list(TlsPort port) {
    return port.accepted().stream()
        .map(o -> "%s with %d suites".formatted(o.version().title(), o.suites().size()))
        .collect(Collectors.joining(", ", "accepted are: ", ""));
  }

  private static Optional<RowJudgement> behindTarpit(Seen seen, Criteria criteria) {
    return seen.all(Services.class).stream()
        .flatMap(services -> services.speaking(Protocol.TARPIT).stream())
        .findFirst()
        .map(it ->
            RowJudgement.undecided(
                DeclaredPorts.subject(criteria, it.port()),
                Cause.BUDGET_EXHAUSTED,
                "tcp/%d goes on sending bytes that lead nowhere".formatted(it.port())));
  }

  /**
   * A device without a TLS server has nothing here that could pass: its other mechanisms are for an
   * assessor, and a declared one that was not seen is a contradiction.
   */
  private static RowJudgement noServer(Criteria criteria) {
    var table = criteria.ixit().comMech();
    if (table.isAbsent()) {
      return RowJudgement.undecided(
          NONE, Cause.MISSING_INPUT, "no TLS server was seen and ixit.comMech is not declared");
    }
    return table.stream()
        .filter(row -> row.role().filter("server"::equalsIgnoreCase).isPresent())
        .filter(DeclaredTls::speaksTls)
        .findFirst()
        .map(TlsVersionsAndSuites::unseen)
        .orElseGet(() ->
            RowJudgement.undecided(
                NONE,
                Cause.NEEDS_ASSESSOR,
                "no TLS server was seen and ixit.comMech declares none: an assessor looks at"
                    + " the mechanisms it does declare"));
  }

  private static RowJudgement unseen(ComMech row) {
    return RowJudgement.undecided(
        row.id(),
        Cause.AMBIGUOUS_RESPONSE,
        DeclaredTls.path(row) + " declares a TLS server, but none was seen");
  }
}
