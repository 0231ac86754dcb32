package org.coptest.probes.passwords;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coptest.probes.attacksurface.Coverage;
import org.coptest.probes.attacksurface.Service;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.attacksurface.TcpSweeps;
import org.coptest.probes.instrument.login.Cut;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.spi.Criteria;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Seen;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;

/** All records that the rules about logins read, beside the declaration. */
final class Readings {
  private static final Set<Protocol> LOGINS =
      Set.of(
          Protocol.SSH, Protocol.TELNET, Protocol.FTP, Protocol.RTSP, Protocol.MQTT, Protocol.SMTP);
  private static final Set<Protocol> NAMELESS = Set.of(Protocol.UNKNOWN, Protocol.TLS);
  private final Seen seen;
  private final DeclaredLogins declared;
  private final List<TrialReading> trials;

  Readings(Seen seen, Criteria criteria) {
    if (seen.all(LoginTrials.class).isEmpty()) {
      // Nobody looked: this unit carries the cause of the probes.
      seen.only(LoginTrials.class);
    }
    this.seen = seen;
    this.declared = new DeclaredLogins(criteria.target());
    var all =
        seen.all(LoginTrials.class).stream()
            .flatMap(it -> it.surfaces().stream().map(surface -> reading(it, surface)))
            .toList();
    this.trials = all.stream().filter(it -> !metBeside(it, all)).toList();
  }

  /**
   * No login of one kind is asked for, but one of another kind is met on the same port; or it says
   * no more than the first kind that was looked for there.
   */
  private static boolean metBeside(TrialReading it, List<TrialReading> all) {
    var mechanism = it.trial().mechanism();
    return all.stream()
        .filter(other -> other.trial().endpoint().equals(it.trial().endpoint()))
        .filter(other -> other.trial().transport() == it.trial().transport())
        .anyMatch(other ->
            mechanism == Mechanism.NONE_SEEN && other.trial().mechanism().asks()
                || !first(it) && first(other) && repeats(it, other));
  }

  private static boolean repeats(TrialReading it, TrialReading other) {
    return switch (it.trial().mechanism()) {
      case NONE_SEEN -> it.mech().isEmpty() || it.mech().equals(other.mech());
      case OPEN, CLOSED -> it.trial().mechanism() == other.trial().mechanism();
      case UNKNOWN ->
          other.trial().mechanism() == Mechanism.UNKNOWN && cause(it).equals(cause(other));
      default -> false;
    };
  }

  private static Optional<Cause> cause(TrialReading it) {
    return it.trial().cut().map(Cut::cause);
  }

  private static boolean first(TrialReading it) {
    return LoginProtocol.named(it.trials().protocol()).filter(LoginProtocol::first).isPresent();
  }

  private TrialReading reading(LoginTrials trials, SurfaceTrial surface) {
    var protocol = LoginProtocol.named(trials.protocol());
    return new TrialReading(
        surface, trials, protocol.flatMap(it -> declared.at(surface.port(), it)));
  }

  List<TrialReading> trials() {
    return trials;
  }

  DeclaredLogins declared() {
    return declared;
  }

  /** Whether the logins of every protocol were looked for. */
  boolean allLooked() {
    var looked = seen.all(LoginTrials.class).stream().map(LoginTrials::protocol).toList();
    return Stream.of(LoginProtocol.values()).map(LoginProtocol::text).allMatch(looked::contains);
  }

  List<Service> services() {
    return seen.all(Services.class).stream().flatMap(it -> it.found().stream()).toList();
  }

  /** Services that may ask for a login in a protocol that is not tried, one row each. */
  List<RowJudgement> untried() {
    return unlooked(LOGINS).stream()
        .map(service ->
            RowJudgement.undecided(
                declared.subject(Transport.TCP, service.port()),
                Cause.NOT_AUTOMATED,
                "%s on tcp/%d: logins of this protocol are not tried in this release"
                    .formatted(service.spoken(), service.port()),
                evidence(service)))
        .toList();
  }

  /** Services that were not recognised, one row each. */
  List<RowJudgement> unrecognised() {
    return unlooked(NAMELESS).stream()
        .map(service ->
            RowJudgement.undecided(
                declared.subject(Transport.TCP, service.port()),
                Cause.AMBIGUOUS_RESPONSE,
                "tcp/%d: what answers there was not recognised and may be a login"
                    .formatted(service.port()),
                evidence(service)))
        .toList();
  }

  private List<Service> unlooked(Set<Protocol> protocols) {
    var ports =
        trials.stream()
            .map(TrialReading::trial)
            .filter(trial -> trial.transport() == Transport.TCP)
            .map(SurfaceTrial::port)
            .collect(Collectors.toSet());
    return services().stream()
        .filter(service -> protocols.contains(service.protocol()))
        .filter(service -> ports.add(service.port()))
        .toList();
  }

  /** Nothing found counts only on a device that was seen alive and wholly. */
  RowJudgement nothingFound(String what) {
    var sweeps = seen.only(TcpSweeps.class);
    var coverage = Coverage.of(sweeps);
    var reason = "no %s among the open TCP ports (%s)".formatted(what, open(sweeps));
    return coverage
        .control()
        .proof()
        .map(proof -> RowJudgement.pass("tcp", reason, proof, sweeps.evidence()))
        .orElseGet(() ->
            RowJudgement.undecided(
                "tcp",
                coverage.cause().orElse(Cause.CONTROL_FAILED),
                "no %s was found, but %s".formatted(what, coverage.control().detail()),
                sweeps.evidence()));
  }

  private static String open(TcpSweeps sweeps) {
    return sweeps.openTwice().isEmpty() ? "none" : sweeps.openTwice().text();
  }

  static EvidenceRef[] evidence(Service service) {
    return service.identity().evidence().toArray(EvidenceRef[]::new);
  }
}
