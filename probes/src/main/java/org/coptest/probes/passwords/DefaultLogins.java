package org.coptest.probes.passwords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Credentials;
import org.coptest.probes.instrument.login.Cut;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.LoginOracle;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.spi.Bench;
import org.coptest.spi.DataList;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Credential;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;

/** What the probes for default credentials have in common: places, list, oracle, record. */
final class DefaultLogins {
  private final LoginProtocol protocol;
  private final Doors doors;
  private final CredentialList list;
  private final Patience patience;

  /** Opens the door of a place. */
  interface Doors {
    LoginDoor at(LoginPlace place, Bench bench);
  }

  DefaultLogins(LoginProtocol protocol, Doors doors, CredentialList list, Patience patience) {
    this.protocol = protocol;
    this.doors = doors;
    this.list = list;
    this.patience = patience;
  }

  DataList about() {
    return list.about();
  }

  /** About how many logins the declared surfaces of this protocol take, controls included. */
  long expected(Target target) {
    var candidates =
        new CandidateOrder(list.rows(), target.identity())
            .forProtocol(protocol, Optional.empty())
            .size();
    var controls = 5 + candidates / 10;
    return (long) new DeclaredLogins(target).places(protocol) * (candidates + controls);
  }

  /** Where logins of this protocol are looked for. */
  List<LoginPlace> places(Bench bench) throws ProbeException {
    return new LoginPlaces(bench, protocol).find();
  }

  /** Where logins of this protocol are declared. */
  List<LoginPlace> declaredPlaces(Bench bench) {
    return new LoginPlaces(bench, protocol).declared();
  }

  /** Opens the door of one of these places. */
  LoginDoor open(LoginPlace place, Bench bench) {
    return doors.at(place, bench);
  }

  LoginTrials observe(String probe, Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    var trials = new ArrayList<SurfaceTrial>();
    for (var place : places(bench)) {
      var trial = examined(place, bench, evidence);
      if (place.certain() || trial.mechanism() != Mechanism.UNKNOWN) {
        trials.add(trial);
      }
    }
    return new LoginTrials(protocol.text(), probe, list.about(), List.copyOf(trials));
  }

  private SurfaceTrial examined(LoginPlace place, Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    if (!place.open()) {
      return SurfaceTrial.closed(
          place.surface(),
          unseen(Mechanism.CLOSED, "declared, but the port did not accept connections"));
    }
    var why = new Cut(Cause.BUDGET_EXHAUSTED, "it goes on sending bytes that lead nowhere");
    return bench.seen(Services.class).speaking(Protocol.TARPIT).stream()
            .anyMatch(tarpit -> tarpit.endpoint().equals(place.surface().endpoint()))
        ? SurfaceTrial.cut(place.surface(), unseen(Mechanism.UNKNOWN, why.why()), why)
        : trial(place, bench, evidence);
  }

  private SurfaceTrial trial(LoginPlace place, Bench bench, EvidenceLog evidence)
      throws ProbeException, InterruptedException {
    var valid = place.declared().flatMap(AuthMech::validCredential).flatMap(DefaultLogins::valid);
    var rows =
        Stream.concat(
                bench.labCredentials().entries().stream().map(CredentialRow::ofLab),
                list.rows().stream())
            .toList();
    var order = new CandidateOrder(rows, bench.declared().identity());
    var candidates = order.forProtocol(protocol, valid.map(Candidate::user));
    var credentials = new Credentials(valid, chosenByUser(place), candidates);
    try (var door = open(place, bench)) {
      return new LoginOracle(bench, evidence, patience, place.surface(), door, credentials)
          .examine();
    }
  }

  /** What the tester typed in during set-up is no default, even when a list names it. */
  private static boolean chosenByUser(LoginPlace place) {
    return place
        .declared()
        .flatMap(AuthMech::password)
        .flatMap(PasswordFacts::origin)
        .filter(origin -> origin == PasswordOrigin.USER)
        .isPresent();
  }

  static Optional<Candidate> valid(Credential credential) {
    return credential
        .password()
        .map(secret -> new Candidate("declared", credential.user().orElse(""), secret.reveal()));
  }

  private static Look unseen(Mechanism mechanism, String detail) {
    return new Look(
        Access.UNKNOWN, mechanism, List.of(), "", NameUse.REQUIRED, detail, Optional.empty());
  }
}
