package org.coptest.probes.passwords;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.Access;
import org.coptest.probes.instrument.login.AttemptRole;
import org.coptest.probes.instrument.login.Cut;
import org.coptest.probes.instrument.login.LoginAttempt;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Look;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.instrument.login.NameUse;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.SurfaceTrial;
import org.coptest.spi.DataList;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;

/** A trial written by hand, attempt by attempt. */
final class RecordedTrial {
  private final String protocol;
  private final List<LoginAttempt> attempts = new ArrayList<>();
  private Mechanism mechanism = Mechanism.PASSWORD;
  private Optional<Cut> cut = Optional.empty();
  private LocalDate listed = LocalDate.of(2026, 5, 1);
  private int total;
  private int looks = 2;
  private boolean typed = true;

  RecordedTrial(String protocol) {
    this.protocol = protocol;
  }

  /** Three controls refused, these entries refused, the first control refused again. */
  static RecordedTrial refusing(String protocol, int entries) {
    var trial = new RecordedTrial(protocol).controls();
    for (int i = 1; i <= entries; i++) {
      trial.attempt(AttemptRole.CANDIDATE, "credentials:" + i, LoginOutcome.REJECTED);
    }
    return trial.attempt(AttemptRole.RANDOM, "control:random", LoginOutcome.REJECTED);
  }

  RecordedTrial controls() {
    return attempt(AttemptRole.RANDOM, "control:random", LoginOutcome.REJECTED)
        .attempt(AttemptRole.KNOWN_USER, "control:known-user", LoginOutcome.REJECTED)
        .attempt(AttemptRole.ALTERED, "control:altered", LoginOutcome.REJECTED);
  }

  RecordedTrial attempt(AttemptRole role, String candidate, LoginOutcome outcome) {
    var proof = outcome == LoginOutcome.ACCEPTED ? Proof.COMMAND : Proof.NONE;
    return attempt(role, candidate, outcome, proof);
  }

  RecordedTrial attempt(AttemptRole role, String candidate, LoginOutcome outcome, Proof proof) {
    int number = attempts.size() + 1;
    total += role == AttemptRole.CANDIDATE ? 1 : 0;
    attempts.add(
        new LoginAttempt(
            number,
            role,
            candidate,
            outcome,
            proof,
            true,
            typed,
            1,
            "seen",
            Optional.of(new EvidenceRef("A-" + number))));
    return this;
  }

  RecordedTrial byText() {
    typed = false;
    return this;
  }

  RecordedTrial offering(Mechanism other) {
    mechanism = other;
    return this;
  }

  RecordedTrial lookedAt(int times) {
    looks = times;
    return this;
  }

  RecordedTrial cut(Cause cause, int entries) {
    cut = Optional.of(new Cut(cause, "it was cut"));
    total = entries;
    return this;
  }

  RecordedTrial listed(LocalDate date) {
    listed = date;
    return this;
  }

  LoginTrials at(int port) {
    var seen = new ArrayList<Look>();
    for (int i = 1; i <= looks; i++) {
      seen.add(look(i));
    }
    var surface =
        new SurfaceTrial(
            "tcp/" + port,
            protocol,
            Transport.TCP,
            port,
            "127.0.0.1:" + port,
            mechanism,
            seen,
            attempts,
            total,
            0,
            cut);
    return trials(List.of(surface));
  }

  /** Looked for this protocol and found no place. */
  static LoginTrials nowhere(String protocol) {
    return new RecordedTrial(protocol).trials(List.of());
  }

  private LoginTrials trials(List<SurfaceTrial> surfaces) {
    var list = new DataList("credentials", listed, 160, "00");
    return new LoginTrials(protocol, "passwords." + protocol + "-defaults", list, surfaces);
  }

  private Look look(int number) {
    var access = mechanism == Mechanism.OPEN ? Access.GRANTED : Access.DENIED;
    return new Look(
        access,
        mechanism,
        List.of("offered"),
        "session",
        NameUse.REQUIRED,
        "looked",
        Optional.of(new EvidenceRef("L-" + number)));
  }
}
