package org.coptest.probes.passwords;

import java.util.Optional;
import org.coptest.probes.passwords.SshKeyShown.Role;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/**
 * The keys that were shown to one SSH server, for the rules.
 *
 * @param trial what was seen
 * @param trials the record it stands in
 */
record SshKeyReading(SshKeyTrial trial, SshKeyTrials trials) {
  private static final int SAMPLE = 8;

  /** A key that was authorised, and again on another connection after a fresh one was refused. */
  record Hit(SshKeyShown first, Sightings sightings) {}

  /** Passwords and keys of one server are judged in rows of their own. */
  String subject() {
    return trial.subject() + "/keys";
  }

  /** {@code ssh on tcp/22}. */
  String place() {
    return "ssh on tcp/" + trial.port();
  }

  /** A fresh key that was taken. */
  Optional<SshKeyShown> randomTaken() {
    return trial.in(Role.CONTROL).filter(SshKeyShown::taken).findFirst();
  }

  /** An entry of the list that was taken, perhaps only once. */
  Optional<SshKeyShown> taken() {
    return trial.in(Role.KNOWN).filter(SshKeyShown::taken).findFirst();
  }

  Optional<Hit> confirmed() {
    return trial
        .in(Role.KNOWN)
        .filter(SshKeyShown::taken)
        .flatMap(first -> again(first).stream())
        .findFirst();
  }

  private Optional<Hit> again(SshKeyShown first) {
    return trial
        .in(Role.CONFIRMATION)
        .filter(SshKeyShown::taken)
        .filter(it -> it.key().equals(first.key()) && it.account().equals(first.account()))
        .filter(it -> it.connection() > first.connection() && refusedBeside(it))
        .flatMap(it -> TrialReading.twice(first.evidence(), it.evidence()).stream())
        .map(sightings -> new Hit(first, sightings))
        .findFirst();
  }

  private boolean refusedBeside(SshKeyShown confirmation) {
    return trial
        .in(Role.CONTROL)
        .anyMatch(it -> it.connection() == confirmation.connection() && it.refused());
  }

  /** Entries of the list that were asked about for an account, each counted once. */
  int asked() {
    return (int)
        trial.in(Role.KNOWN).filter(SshKeyShown::refused).map(SshKeyShown::key).distinct().count();
  }

  Optional<SshKeyShown> unclear() {
    return trial.in(Role.KNOWN).filter(it -> !it.refused()).findFirst();
  }

  /** How often a fresh key was refused. */
  int controls() {
    return (int) trial.in(Role.CONTROL).filter(SshKeyShown::refused).count();
  }

  RowJudgement undecided(Cause cause, String reason) {
    return RowJudgement.undecided(subject(), cause, place() + ": " + reason, evidence());
  }

  EvidenceRef[] evidence() {
    return trial.shown().stream()
        .map(SshKeyShown::evidence)
        .flatMap(Optional::stream)
        .distinct()
        .limit(SAMPLE)
        .toArray(EvidenceRef[]::new);
  }
}
