package org.coptest.probes.passwords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.spi.Bench;
import org.coptest.spi.ProbeException;

/** The logins around one change of a password. */
final class ChangeTries {
  private final Bench bench;
  private final Candidate old;
  private final Candidate fresh;

  /** A login that took the old password, and what it said to a wrong one. */
  record Taking(DeviceLogins.Login login, ChangeTrials.Attempt wrong) {}

  ChangeTries(Bench bench, Candidate old, Candidate fresh) {
    this.bench = bench;
    this.old = old;
    this.fresh = fresh;
  }

  /** The logins that take the old password. */
  List<Taking> taking(List<DeviceLogins.Login> all, Candidate wrong)
      throws ProbeException, InterruptedException {
    var taking = new ArrayList<Taking>();
    for (var login : all) {
      if (attempt(login, old).accepted()) {
        taking.add(new Taking(login, attempt(login, wrong)));
      }
    }
    return taking;
  }

  /** What such a login says after the change; an old password that is taken is tried again. */
  ChangeTrials.Surface after(Taking taking) throws ProbeException, InterruptedException {
    var login = taking.login();
    var withNew = attempt(login, fresh);
    var withOld = new ArrayList<>(List.of(attempt(login, old)));
    if (withOld.getFirst().accepted()) {
      withOld.add(attempt(login, old));
    }
    var surface = login.place().surface();
    return new ChangeTrials.Surface(
        surface.subject(),
        "%s on %s".formatted(surface.protocol(), surface.endpoint().text()),
        taking.wrong(),
        withNew,
        List.copyOf(withOld));
  }

  /** Whether the old password works again wherever it did. */
  boolean restored(List<Taking> surfaces) throws ProbeException, InterruptedException {
    for (var surface : surfaces) {
      if (!attempt(surface.login(), old).accepted()) {
        return false;
      }
    }
    return true;
  }

  private ChangeTrials.Attempt attempt(DeviceLogins.Login login, Candidate candidate)
      throws ProbeException, InterruptedException {
    var surface = login.place().surface();
    try (var door = login.open(bench)) {
      var look = door.settledLook();
      if (look.mechanism() != Mechanism.PASSWORD) {
        return new ChangeTrials.Attempt(LoginOutcome.ERROR, look.detail(), look.evidence());
      } else if (!bench.dut().awaitLogin(surface.budget(), candidate.user())) {
        return new ChangeTrials.Attempt(
            LoginOutcome.THROTTLED, "the login budget allows no further login", Optional.empty());
      }
      var answer = door.attempt(candidate);
      return new ChangeTrials.Attempt(answer.outcome(), answer.detail(), answer.evidence());
    }
  }
}
