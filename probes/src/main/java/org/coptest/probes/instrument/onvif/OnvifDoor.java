package org.coptest.probes.instrument.onvif;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.coptest.probes.instrument.http.Ending;
import org.coptest.probes.instrument.http.WebClient;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.Likeness;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.spi.ProbeException;

/**
 * Logins of the ONVIF device service: a UsernameToken by the device's own clock, or HTTP Digest
 * where it asks for that. Only an operation that is denied without a login shows that one works.
 */
public final class OnvifDoor implements LoginDoor {
  private static final String USUAL = "/onvif/device_service";
  private final WebClient web;
  private final OnvifClient client;
  private final Optional<Operation> declared;
  private final boolean certain;
  private final Clock clock;
  private final RandomGenerator random;
  private Operation reference = Operation.USERS;
  private boolean byToken = true;
  private Duration ahead = Duration.ZERO;

  /**
   * Of one web server.
   *
   * @param path of the device service, if declared
   * @param operation declared to be denied without a login
   * @param certain whether an ONVIF login is declared there
   */
  public OnvifDoor(
      WebClient web,
      Optional<String> path,
      Optional<String> operation,
      boolean certain,
      Clock clock,
      RandomGenerator random) {
    this.web = web;
    this.client = new OnvifClient(web, path.filter(it -> it.startsWith("/")).orElse(USUAL), random);
    this.declared = operation.flatMap(Operation::guarded);
    this.certain = certain;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Look look() throws ProbeException, InterruptedException {
    var time = client.ask(Operation.TIME);
    if (time.soap().isEmpty() && !(certain && time.denies())) {
      return Look.unknown("no ONVIF answer: " + time.shown(), time.http().evidence());
    }
    var now = clock.instant();
    ahead =
        time.soap()
            .flatMap(SoapReply::time)
            .map(device -> Duration.between(now, device))
            .orElse(Duration.ZERO);
    return declared.isPresent() ? at(declared.get()) : search();
  }

  /** User accounts are for administrators; whether others may log in shows what all may read. */
  private Look search() throws ProbeException, InterruptedException {
    var users = at(Operation.USERS);
    if (users.mechanism() == Mechanism.OPEN) {
      return users;
    }
    for (var operation : List.of(Operation.INFORMATION, Operation.NETWORK)) {
      var look = at(operation);
      if (look.mechanism() == Mechanism.PASSWORD) {
        return look;
      }
    }
    return at(Operation.USERS);
  }

  private Look at(Operation operation) throws ProbeException, InterruptedException {
    reference = operation;
    var answered = client.ask(operation);
    var detail = "%s: %s".formatted(operation.text(), answered.shown());
    if (answered.serves(operation)) {
      return look(Access.GRANTED, Mechanism.OPEN, List.of(), operation.text(), answered);
    } else if (!answered.denies()) {
      return look(Access.UNKNOWN, Mechanism.NONE_SEEN, List.of(), detail, answered);
    }
    byToken = answered.http().status() != 401 || answered.http().schemes().isEmpty();
    return byToken || answered.http().challengesPassword()
        ? look(Access.DENIED, Mechanism.PASSWORD, offered(answered), detail, answered)
        : look(Access.DENIED, Mechanism.OTHER_PASSWORD, offered(answered), detail, answered);
  }

  private List<String> offered(OnvifClient.Answered answered) {
    return byToken
        ? List.of("username-token")
        : answered.http().schemes().stream().filter(it -> it.matches("[a-z]{1,20}")).toList();
  }

  private Look look(
      Access access,
      Mechanism mechanism,
      List<String> offered,
      String detail,
      OnvifClient.Answered answered) {
    return new Look(
        access,
        mechanism,
        offered,
        reference.text(),
        NameUse.REQUIRED,
        detail,
        answered.http().evidence());
  }

  @Override
  public Answer attempt(Candidate candidate) throws ProbeException, InterruptedException {
    if (candidate.user().chars().anyMatch(c -> c < ' ')) {
      return Answer.undecided(
          LoginOutcome.ERROR, "XML cannot carry this user name", Optional.empty());
    }
    if (byToken) {
      var token = UsernameToken.of(candidate, clock.instant().plus(ahead), random);
      return answer(client.ask(reference, token, candidate));
    }
    var denial = client.ask(reference);
    return answer(denial.denies() ? client.ask(reference, denial, candidate) : denial);
  }

  private Answer answer(OnvifClient.Answered answered) {
    var evidence = answered.http().evidence();
    if (answered.serves(reference)) {
      return Answer.accepted(Proof.REFERENCE, reference.text() + " was answered", evidence);
    } else if (answered.denies()) {
      return Answer.rejected(Likeness.typed("denied"), answered.shown(), evidence);
    }
    return Answer.undecided(outcome(answered), answered.shown(), evidence);
  }

  private static LoginOutcome outcome(OnvifClient.Answered answered) {
    return switch (answered.http().status()) {
      case 0 ->
          answered.http().ending() == Ending.SILENT
              ? LoginOutcome.NO_ANSWER
              : LoginOutcome.THROTTLED;
      case 429, 503 -> LoginOutcome.THROTTLED;
      case 423 -> LoginOutcome.LOCKED;
      default -> LoginOutcome.ERROR;
    };
  }

  @Override
  public void close() {
    web.close();
  }
}
