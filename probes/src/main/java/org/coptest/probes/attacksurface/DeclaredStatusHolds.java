package org.coptest.probes.attacksurface;

import com.google.auto.service.AutoService;
import java.util.List;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.LogIntf;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** 5.6-1-2 a: each declared logical interface is in its declared state. */
@AutoService(Rule.class)
public final class DeclaredStatusHolds implements Rule {
  private static final String TABLE = "ixit.logIntf";

  @Override
  public String id() {
    return "attacksurface.declared-status-holds";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var sweeps = seen.only(TcpSweeps.class);
    var table = criteria.ixit().logIntf();
    if (table.isAbsent()) {
      return List.of(
          RowJudgement.undecided(TABLE, Cause.MISSING_INPUT, TABLE + " is not declared"));
    }
    var coverage = Coverage.of(sweeps);
    if (sweeps.acceptsEverything()) {
      return List.of(undecided(TABLE, coverage, sweeps));
    }
    return table.rows().isEmpty()
        ? List.of(noInterface(sweeps, coverage))
        : table.stream()
            .map(row -> judge(row, sweeps, coverage, new Spoken(seen), criteria))
            .toList();
  }

  private static RowJudgement judge(
      LogIntf row, TcpSweeps sweeps, Coverage coverage, Spoken spoken, Criteria criteria) {
    if (row.transport().filter(t -> t == Transport.UDP).isPresent()) {
      return RowJudgement.undecided(
          row.id(), Cause.NOT_AUTOMATED, "udp interfaces are not looked at in this release");
    } else if (row.port().isEmpty()) {
      return missing(row, "port");
    } else if (row.status().isEmpty()) {
      return missing(row, "status");
    }
    int port = row.port().get();
    return DeclaredPorts.isShut(row, criteria)
        ? shut(row, port, sweeps, coverage)
        : enabled(row, port, sweeps, spoken);
  }

  private static RowJudgement missing(LogIntf row, String field) {
    var reason = "%s.%s is not declared".formatted(DeclaredPorts.path(row), field);
    return RowJudgement.undecided(row.id(), Cause.MISSING_INPUT, reason);
  }

  private static RowJudgement enabled(LogIntf row, int port, TcpSweeps sweeps, Spoken spoken) {
    var mute = row.protocol().flatMap(name -> spoken.mute(port, name));
    if (mute.isPresent()) {
      return OpenPortsAreDeclared.mute(port, row, mute.get(), sweeps);
    } else if (sweeps.openTwice().contains(port)) {
      var control =
          new Control(
              "the port accepted in two looks while random ports did not", true, "tcp/" + port);
      var reason = "tcp/%d is open as %s declares".formatted(port, DeclaredPorts.path(row));
      return RowJudgement.pass(row.id(), reason, control.proof().orElseThrow(), sweeps.evidence());
    } else if (row.transport().isEmpty()) {
      return missing(row, "transport");
    }
    var reason =
        "tcp/%d did not accept twice, but %s declares it as enabled: correct the declaration or"
            + " switch the interface on";
    return RowJudgement.undecided(
        row.id(),
        Cause.AMBIGUOUS_RESPONSE,
        reason.formatted(port, DeclaredPorts.path(row)),
        sweeps.evidence());
  }

  private static RowJudgement shut(LogIntf row, int port, TcpSweeps sweeps, Coverage coverage) {
    if (sweeps.openTwice().contains(port)) {
      return open(row, port, sweeps);
    } else if (sweeps.openOnce().contains(port)) {
      var reason = "tcp/%d accepted in one look of three".formatted(port);
      return RowJudgement.undecided(row.id(), Cause.AMBIGUOUS_RESPONSE, reason, sweeps.evidence());
    }
    var reason = "tcp/%d is closed as %s declares".formatted(port, DeclaredPorts.path(row));
    return coverage
        .control()
        .proof()
        .map(proof -> RowJudgement.pass(row.id(), reason, proof, sweeps.evidence()))
        .orElseGet(() -> undecided(row.id(), coverage, sweeps));
  }

  private static RowJudgement open(LogIntf row, int port, TcpSweeps sweeps) {
    if (sweeps.resetAtOnce().contains(port)) {
      var reason = "tcp/%d accepts and resets before anything is said".formatted(port);
      return RowJudgement.undecided(row.id(), Cause.AMBIGUOUS_RESPONSE, reason, sweeps.evidence());
    }
    var path = DeclaredPorts.path(row);
    var found = "tcp/%d accepts connections".formatted(port);
    var sightings = sweeps.sightings(port);
    return RowJudgement.fail(
        row.id(),
        "%s, but %s declares it as off in this state".formatted(found, path),
        Sightings.twice(sightings.get(0), sightings.get(1)),
        new Finding(
            "the interface is off, as " + path + " declares",
            found,
            path + " at " + row.at().text(),
            "nc -vz %s %d".formatted(OpenPortsAreDeclared.address(sweeps, port), port),
            "switch the interface off, or declare it as enabled with its purpose"));
  }

  private static RowJudgement noInterface(TcpSweeps sweeps, Coverage coverage) {
    if (!sweeps.openTwice().or(sweeps.openOnce()).isEmpty()) {
      var reason = "ixit.logIntf declares no interface, but ports are open: see the other unit";
      return RowJudgement.undecided(TABLE, Cause.AMBIGUOUS_RESPONSE, reason, sweeps.evidence());
    }
    var reason = "no interface is declared and no TCP port is open";
    return coverage
        .control()
        .proof()
        .map(proof -> RowJudgement.pass(TABLE, reason, proof, sweeps.evidence()))
        .orElseGet(() -> undecided(TABLE, coverage, sweeps));
  }

  private static RowJudgement undecided(String subject, Coverage coverage, TcpSweeps sweeps) {
    return RowJudgement.undecided(
        subject, coverage.cause().orElseThrow(), coverage.control().detail(), sweeps.evidence());
  }
}
