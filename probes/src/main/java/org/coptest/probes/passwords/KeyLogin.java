package org.coptest.probes.passwords;

import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.ssh.KeyOutcome;
import org.coptest.probes.passwords.SshKeyShown.Role;
import org.coptest.spi.Seen;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** Whether an SSH server that takes keys alone tells the right key from a wrong one. */
final class KeyLogin {
  private final TrialReading it;
  private final SshKeyTrial keys;

  private KeyLogin(TrialReading it, SshKeyTrial keys) {
    this.it = it;
    this.keys = keys;
  }

  /** The keys that were shown where this trial was made. */
  static Optional<KeyLogin> at(TrialReading it, Seen seen) {
    return seen.all(SshKeyTrials.class).stream()
        .flatMap(trials -> trials.surfaces().stream())
        .filter(trial -> trial.endpoint().equals(it.trial().endpoint()) && trial.takesKeys())
        .map(trial -> new KeyLogin(it, trial))
        .findFirst();
  }

  /** A wrong key that logged in twice. */
  Optional<Sightings> wrongKey() {
    var taken = wrongAccepted();
    return taken.size() < 2 || !taken.stream().allMatch(shown -> shown.proof().reached())
        ? Optional.empty()
        : TrialReading.twice(taken.getFirst().evidence(), taken.getLast().evidence());
  }

  /** The row, unless a wrong key was let in twice. */
  RowJudgement row() {
    if (!wrongAccepted().isEmpty()) {
      return it.undecided(
          Cause.CONTROL_FAILED,
          "took a fresh key, but nothing that needs a login was reached twice");
    } else if (keys.cut().isPresent() && !control().held()) {
      return it.undecided(keys.cut().get().cause(), keys.cut().get().why());
    }
    return switch (keys.valid()) {
      case ABSENT -> missing("declare %s.key to show that the right one is told apart");
      case UNREADABLE -> missing("%s.key is no private key that can be read without a pass phrase");
      case GIVEN -> given();
    };
  }

  private RowJudgement missing(String what) {
    var control = control();
    return control.held()
        ? it.undecided(
            Cause.MISSING_INPUT,
            "refuses no login and wrong keys; " + what.formatted(it.path("validCredential")))
        : it.undecided(Cause.CONTROL_FAILED, control.detail());
  }

  private RowJudgement given() {
    if (keys.in(Role.VALID).noneMatch(shown -> shown.outcome() == KeyOutcome.ACCEPTED)) {
      var said = keys.in(Role.VALID).map(shown -> shown.outcome().name()).distinct().toList();
      return it.undecided(
          Cause.CONTROL_FAILED,
          "did not take %s.key (%s)"
              .formatted(it.path("validCredential"), String.join(", ", said)));
    }
    return control()
        .proof()
        .map(held -> it.pass(held, "refuses no login and wrong keys, and takes the valid key"))
        .orElseGet(() -> it.undecided(Cause.CONTROL_FAILED, control().detail()));
  }

  private Control control() {
    var asked = keys.in(Role.CONTROL).toList();
    var signed = keys.in(Role.SIGNED_CONTROL).toList();
    long connections =
        signed.stream()
            .filter(SshKeyShown::refused)
            .map(SshKeyShown::connection)
            .distinct()
            .count();
    var refused =
        asked.stream().allMatch(SshKeyShown::refused)
            && signed.stream().allMatch(SshKeyShown::refused)
            && it.trial().granted().isEmpty();
    return new Control(
        "no login, a fresh key asked about, and a fresh key with its signature",
        refused && !asked.isEmpty() && connections > 1,
        "of %d fresh keys %d were refused, %d of them signed, on %d connections"
            .formatted(
                asked.size() + signed.size(),
                count(asked) + count(signed),
                count(signed),
                connections));
  }

  private static long count(List<SshKeyShown> shown) {
    return shown.stream().filter(SshKeyShown::refused).count();
  }

  private List<SshKeyShown> wrongAccepted() {
    return keys.in(Role.SIGNED_CONTROL)
        .filter(shown -> shown.outcome() == KeyOutcome.ACCEPTED)
        .toList();
  }
}
