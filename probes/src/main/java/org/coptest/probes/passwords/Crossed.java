package org.coptest.probes.passwords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.probes.instrument.login.Answer;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.login.Mechanism;
import org.coptest.probes.passwords.preset.CrossLogins;
import org.coptest.probes.passwords.preset.CrossLogins.Outcome;
import org.coptest.spi.Bench;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Control;

/** One sample, asked with the password of another one between its own and a random one. */
record Crossed(Bench sample, DeviceLogins.Login login, String passwordOf) {

  CrossLogins.Crossing with(Candidate own, Candidate foreign)
      throws ProbeException, InterruptedException {
    var random = new Candidate("control:random", own.user(), "q" + sample.random().nextLong());
    var controls = new ArrayList<>(List.of(is(own, true), is(random, false)));
    var tries = new ArrayList<>(List.of(attempt(foreign)));
    if (accepted(tries.getFirst())) {
      tries.add(attempt(foreign));
    }
    controls.add(is(random, false));
    controls.add(is(own, true));
    long held = controls.stream().filter(it -> it).count();
    return new CrossLogins.Crossing(
        login.place().declared().map(it -> it.id()).orElse(""),
        sample.declared().id(),
        passwordOf,
        outcome(tries),
        transcripts(tries),
        new Control(
            "the sample's own password and a random one, before and after",
            held == controls.size(),
            "%d of %d behaved as they must".formatted(held, controls.size())),
        tries.stream().map(it -> it.map(Answer::detail).orElse("")).findFirst().orElse(""));
  }

  private static List<EvidenceRef> transcripts(List<Optional<Answer>> tries) {
    return tries.stream()
        .flatMap(Optional::stream)
        .flatMap(answer -> answer.evidence().stream())
        .toList();
  }

  private boolean is(Candidate candidate, boolean right)
      throws ProbeException, InterruptedException {
    return attempt(candidate)
        .filter(it -> it.outcome() == (right ? LoginOutcome.ACCEPTED : LoginOutcome.REJECTED))
        .isPresent();
  }

  private static Outcome outcome(List<Optional<Answer>> tries) {
    if (tries.size() > 1 && tries.stream().allMatch(Crossed::accepted)) {
      return Outcome.ACCEPTED;
    }
    return tries.getFirst().filter(it -> it.outcome() == LoginOutcome.REJECTED).isPresent()
        ? Outcome.REJECTED
        : Outcome.UNDECIDED;
  }

  private static boolean accepted(Optional<Answer> answer) {
    return answer.filter(it -> it.outcome() == LoginOutcome.ACCEPTED).isPresent();
  }

  /** Empty when no password is asked for, or the login budget allows no further login. */
  private Optional<Answer> attempt(Candidate candidate)
      throws ProbeException, InterruptedException {
    try (var door = login.open(sample)) {
      if (door.settledLook().mechanism() != Mechanism.PASSWORD || !admitted(candidate)) {
        return Optional.empty();
      }
      return Optional.of(door.attempt(candidate));
    }
  }

  private boolean admitted(Candidate candidate) throws InterruptedException {
    return sample.dut().awaitLogin(login.place().surface().budget(), candidate.user());
  }
}
