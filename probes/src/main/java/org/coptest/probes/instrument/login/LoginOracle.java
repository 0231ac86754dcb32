package org.coptest.probes.instrument.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceLog;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;

/**
 * Examines one surface: U, N1 to N3, V, the candidates with N1 in between, N1 and V again. A
 * candidate that is let in is tried again after a wrong password of the same user.
 */
public final class LoginOracle {
  private static final int BETWEEN_CONTROLS = 10;
  private final Bench bench;
  private final EvidenceLog evidence;
  private final Patience patience;
  private final Surface surface;
  private final LoginDoor door;
  private final Credentials credentials;
  private final List<Look> looks = new ArrayList<>();
  private final LoginTries tries;
  private List<Candidate> list = List.of();
  private int excluded;

  /** For one surface. */
  public LoginOracle(
      Bench bench,
      EvidenceLog evidence,
      Patience patience,
      Surface surface,
      LoginDoor door,
      Credentials credentials) {
    this.bench = bench;
    this.evidence = evidence;
    this.patience = patience;
    this.surface = surface;
    this.door = door;
    this.credentials = credentials;
    this.tries = new LoginTries(bench.dut(), surface, door, patience, bench::remaining);
  }

  /** Does all of it, and says where and why it ended early. */
  public SurfaceTrial examine() throws ProbeException, InterruptedException {
    Optional<Cut> cut;
    try {
      var look = look();
      cut = look.mechanism() == Mechanism.PASSWORD ? logins(look) : Optional.empty();
    } catch (Stop stop) {
      cut = stop.cut();
    } catch (ProbeException e) {
      if (e.reasonCode().verdict() == Verdict.ERROR) {
        throw e;
      }
      cut = Optional.of(new Cut(e.reasonCode(), String.valueOf(e.getMessage())));
    }
    return trial(cut);
  }

  private Look look() throws Stop, ProbeException, InterruptedException {
    var look = door.look();
    looks.add(look);
    for (var pause : patience.pauses().subList(0, Math.min(2, patience.pauses().size()))) {
      if (look.mechanism() == Mechanism.UNKNOWN) {
        Thread.sleep(pause);
        look = door.look();
        looks.add(look);
      }
    }
    if (look.mechanism() == Mechanism.UNKNOWN) {
      throw Stop.cut(Cause.AMBIGUOUS_RESPONSE, look.detail());
    }
    if (looks.size() == 1 && look.mechanism() != Mechanism.PASSWORD) {
      looks.add(door.look());
    }
    return look;
  }

  private Optional<Cut> logins(Look look) throws Stop, ProbeException, InterruptedException {
    var fitting = credentials.fitting(look.names());
    list = fitting.stream().filter(c -> !credentials.chosen(c, look.names())).toList();
    excluded = fitting.size() - list.size();
    var valid = credentials.validFor(look.names());
    var controls = new Controls(bench.random(), look.names(), valid, list);
    opening(controls);
    if (valid.isPresent()) {
      tries.control(AttemptRole.VALID, valid.get());
    }
    var cut = candidates(controls);
    negative(AttemptRole.RANDOM, controls.random());
    if (valid.isPresent()) {
      tries.control(AttemptRole.VALID, valid.get());
    }
    return cut;
  }

  private void opening(Controls controls) throws Stop, ProbeException, InterruptedException {
    learned(AttemptRole.RANDOM, controls.random());
    var user = controls.likelyUser();
    if (user.isPresent()) {
      learned(AttemptRole.KNOWN_USER, controls.knownUser(user.get()));
    }
    var altered = controls.altered();
    if (altered.isPresent()) {
      learned(AttemptRole.ALTERED, altered.get());
    }
  }

  private void learned(AttemptRole role, Candidate wrong)
      throws Stop, ProbeException, InterruptedException {
    refused(role, wrong);
    tries.learn();
  }

  /** A wrong credential later on: let in twice ends it, and so does a new kind of refusal. */
  private void negative(AttemptRole role, Candidate wrong)
      throws Stop, ProbeException, InterruptedException {
    if (!refused(role, wrong).familiar()) {
      throw Stop.cut(
          Cause.LOCKED_OUT, "wrong credentials are refused in another way than at the start");
    }
  }

  private LoginAttempt refused(AttemptRole role, Candidate wrong)
      throws Stop, ProbeException, InterruptedException {
    var attempt = tries.control(role, wrong);
    if (attempt.outcome() == LoginOutcome.ACCEPTED) {
      tries.control(role, wrong);
      throw Stop.settled();
    }
    if (attempt.outcome() == LoginOutcome.ERROR) {
      throw Stop.cut(Cause.AMBIGUOUS_RESPONSE, "a wrong credential: " + attempt.detail());
    }
    return attempt;
  }

  private Optional<Cut> candidates(Controls controls)
      throws Stop, ProbeException, InterruptedException {
    int refusedByBudget = 0;
    for (int i = 0; i < list.size(); i++) {
      if (bench.remaining().compareTo(patience.reserve()) < 0) {
        return Optional.of(new Cut(Cause.BUDGET_EXHAUSTED, "the time of the probe is used up"));
      }
      if (i > 0 && i % BETWEEN_CONTROLS == 0) {
        negative(AttemptRole.RANDOM, controls.random());
      }
      refusedByBudget += candidate(controls, list.get(i)) ? 0 : 1;
      evidence.progress("logins on " + surface.subject(), i + 1L, list.size());
    }
    return refusedByBudget == 0
        ? Optional.empty()
        : Optional.of(
            new Cut(
                Cause.BUDGET_EXHAUSTED,
                "the login budget left out %d entries".formatted(refusedByBudget)));
  }

  private boolean candidate(Controls controls, Candidate candidate)
      throws Stop, ProbeException, InterruptedException {
    var first = !tries.known(candidate.user());
    if (!tries.admits(candidate)) {
      return false;
    }
    var attempt = tries.admitted(AttemptRole.CANDIDATE, candidate);
    if (attempt.outcome() == LoginOutcome.ACCEPTED) {
      refused(AttemptRole.KNOWN_USER, controls.knownUser(candidate.user()));
      tries.control(AttemptRole.CONFIRMATION, candidate);
    } else if (attempt.outcome() == LoginOutcome.ERROR) {
      negative(AttemptRole.RANDOM, controls.random());
    } else if (!attempt.familiar()) {
      unfamiliar(controls, candidate, first);
    }
    return true;
  }

  /** Another text may belong to this account, or say that the account is locked. */
  private void unfamiliar(Controls controls, Candidate candidate, boolean first)
      throws Stop, ProbeException, InterruptedException {
    var seen = tries.last();
    negative(AttemptRole.RANDOM, controls.random());
    refused(AttemptRole.KNOWN_USER, controls.knownUser(candidate.user()));
    var alike = tries.last().alike(seen);
    if (first && alike) {
      tries.learn();
    } else if (alike) {
      throw Stop.cut(
          Cause.LOCKED_OUT, "the account of %s is refused in a new way".formatted(candidate.id()));
    }
  }

  private SurfaceTrial trial(Optional<Cut> cut) {
    var mechanism = looks.isEmpty() ? Mechanism.UNKNOWN : looks.getLast().mechanism();
    return new SurfaceTrial(
        surface.subject(),
        surface.protocol(),
        surface.endpoint().transport(),
        surface.endpoint().port(),
        surface.endpoint().text(),
        mechanism,
        List.copyOf(looks),
        tries.made(),
        list.size(),
        excluded,
        cut);
  }
}
