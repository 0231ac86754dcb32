package org.coptest.probes.attacksurface;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** 5.6-1-2 b: every TCP port that accepts a connection is a declared, enabled interface. */
@AutoService(Rule.class)
public final class OpenPortsAreDeclared implements Rule {
  private static final String ALL = "tcp";

  @Override
  public String id() {
    return "attacksurface.open-ports-are-declared";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var sweeps = seen.only(TcpSweeps.class);
    var coverage = Coverage.of(sweeps);
    if (sweeps.acceptsEverything()) {
      return List.of(undecided(coverage, sweeps));
    }
    var spoken = new Spoken(seen);
    if (criteria.ixit().logIntf().isAbsent()) {
      var found = spoken.list(sweeps.openTwice().ports().boxed().toList());
      var reason = "ixit.logIntf is not declared; open are: " + found;
      return List.of(RowJudgement.undecided(ALL, Cause.MISSING_INPUT, reason, sweeps.evidence()));
    }
    var rows = new ArrayList<RowJudgement>();
    sweeps.openTwice().ports().forEach(p -> rows.add(open(p, sweeps, spoken, criteria, coverage)));
    sweeps.openOnce().ports().forEach(p -> once(p, sweeps, criteria).ifPresent(rows::add));
    rows.add(rest(sweeps, coverage));
    return rows;
  }

  private static RowJudgement open(
      int port, TcpSweeps sweeps, Spoken spoken, Criteria criteria, Coverage coverage) {
    var declared = DeclaredPorts.at(criteria, port);
    if (declared.isPresent() && !DeclaredPorts.isShut(declared.get(), criteria)) {
      return declared(port, declared.get(), sweeps, spoken, coverage);
    }
    var subject = DeclaredPorts.subject(criteria, port);
    if (sweeps.resetAtOnce().contains(port)) {
      var reason = "tcp/%d accepts and resets before anything is said".formatted(port);
      return RowJudgement.undecided(subject, Cause.AMBIGUOUS_RESPONSE, reason, sweeps.evidence());
    }
    var nameless = DeclaredPorts.withoutPort(criteria);
    if (declared.isEmpty() && nameless.isPresent()) {
      var reason =
          "tcp/%d is open%s and may be the interface that names no port: declare %s.port"
              .formatted(port, spoken.suffix(port), DeclaredPorts.path(nameless.get()));
      return RowJudgement.undecided(subject, Cause.MISSING_INPUT, reason, sweeps.evidence());
    }
    return undeclared(port, subject, declared, sweeps, spoken);
  }

  private static RowJudgement undeclared(
      int port, String subject, Optional<LogIntf> shut, TcpSweeps sweeps, Spoken spoken) {
    var found = "tcp/%d accepts connections%s".formatted(port, spoken.suffix(port));
    var where = shut.map(DeclaredPorts::path).orElse("ixit.logIntf");
    var against =
        shut.map(row -> where + " declares it as off in this state")
            .orElse("ixit.logIntf declares no such interface");
    var sightings = sweeps.sightings(port);
    return RowJudgement.fail(
        subject,
        found + ", but " + against,
        Sightings.twice(sightings.get(0), sightings.get(1)),
        new Finding(
            "every open TCP port is declared in ixit.logIntf and enabled",
            found,
            shut.map(row -> where + " at " + row.at().text()).orElse(where),
            "nc -vz %s %d".formatted(address(sweeps, port), port),
            "close the port, or declare the interface and its purpose in ixit.logIntf"));
  }

  static String address(TcpSweeps sweeps, int port) {
    return sweeps.addresses().stream()
        .filter(sweep -> sweep.openTwice().contains(port))
        .map(AddressSweep::address)
        .findFirst()
        .orElseThrow();
  }

  private static RowJudgement declared(
      int port, LogIntf row, TcpSweeps sweeps, Spoken spoken, Coverage coverage) {
    var other = row.protocol().flatMap(name -> spoken.contradicting(port, name));
    if (other.isPresent()) {
      var reason =
          "tcp/%d speaks %s, but %s.protocol says %s"
              .formatted(port, other.get(), DeclaredPorts.path(row), row.protocol().orElseThrow());
      return RowJudgement.undecided(row.id(), Cause.AMBIGUOUS_RESPONSE, reason, sweeps.evidence());
    }
    var mute = row.protocol().flatMap(name -> spoken.mute(port, name));
    if (mute.isPresent()) {
      return mute(port, row, mute.get(), sweeps);
    }
    var seen = new Control("the port accepted in two independent looks", true, "tcp/" + port);
    var proof = (coverage.cause().isEmpty() ? coverage.control() : seen).proof().orElseThrow();
    var reason =
        "tcp/%d is open%s as %s declares"
            .formatted(port, spoken.suffix(port), DeclaredPorts.path(row));
    return RowJudgement.pass(row.id(), reason, proof, sweeps.evidence());
  }

  /** Something accepts, which may be a middlebox; the declared service itself was not found. */
  static RowJudgement mute(int port, LogIntf row, Cause cause, TcpSweeps sweeps) {
    var reason =
        "tcp/%d accepts, but says nothing that is %s, which %s.protocol declares"
            .formatted(port, row.protocol().orElseThrow(), DeclaredPorts.path(row));
    return RowJudgement.undecided(row.id(), cause, reason, sweeps.evidence());
  }

  private static Optional<RowJudgement> once(int port, TcpSweeps sweeps, Criteria criteria) {
    boolean expected =
        DeclaredPorts.at(criteria, port)
            .filter(row -> !DeclaredPorts.isShut(row, criteria))
            .isPresent();
    var reason = "tcp/%d accepted in one look of three and is not declared".formatted(port);
    return expected
        ? Optional.empty()
        : Optional.of(
            RowJudgement.undecided(
                DeclaredPorts.subject(criteria, port),
                Cause.AMBIGUOUS_RESPONSE,
                reason,
                sweeps.evidence()));
  }

  private static RowJudgement rest(TcpSweeps sweeps, Coverage coverage) {
    return coverage
        .control()
        .proof()
        .map(proof ->
            RowJudgement.pass(
                ALL,
                "all other TCP ports are closed; open are: "
                    + (sweeps.openTwice().isEmpty() ? "none" : sweeps.openTwice().text()),
                proof,
                sweeps.evidence()))
        .orElseGet(() -> undecided(coverage, sweeps));
  }

  private static RowJudgement undecided(Coverage coverage, TcpSweeps sweeps) {
    return RowJudgement.undecided(
        ALL, coverage.cause().orElseThrow(), coverage.control().detail(), sweeps.evidence());
  }
}
