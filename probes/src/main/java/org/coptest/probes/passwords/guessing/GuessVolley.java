package org.coptest.probes.passwords.guessing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.coptest.probes.instrument.login.Candidate;
import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.spi.Bench;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/** Tries wrong passwords of one account as fast as they are answered. */
final class GuessVolley {
  private static final String LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 16;
  private static final int UNANSWERED = 3;
  private final Bench bench;
  private final GuessSurface surface;
  private final String user;
  private final GuessPatience patience;
  private final List<Guess> made = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final long begun = System.nanoTime();

  GuessVolley(Bench bench, GuessSurface surface, String user, GuessPatience patience) {
    this.bench = bench;
    this.surface = surface;
    this.user = user;
    this.patience = patience;
  }

  /** One phase; the door is that of the first connection. */
  GuessPhase fire(GuessPlan.Phase wanted, LoginDoor door)
      throws ProbeException, InterruptedException {
    left.set(wanted.count());
    if (wanted.connections() == 1) {
      guess(door, 1);
    } else {
      together(wanted.connections());
    }
    return new GuessPhase(wanted.connections(), wanted.count(), List.copyOf(made));
  }

  private void together(int connections) throws ProbeException, InterruptedException {
    var guessers = Collections.nCopies(connections, guesser(connections));
    try (var threads = Executors.newFixedThreadPool(connections)) {
      for (var done : threads.invokeAll(guessers)) {
        done.get();
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case ProbeException cannot -> throw cannot;
        case InterruptedException stopped -> throw stopped;
        case null, default -> throw new ProbeException(Cause.HARNESS_ERROR, "a guesser failed", e);
      }
    }
  }

  private Callable<Boolean> guesser(int connections) {
    return () -> {
      try (var door = surface.opening().on(bench)) {
        door.settledLook();
        guess(door, connections);
        return true;
      }
    };
  }

  private void guess(LoginDoor door, int connections) throws ProbeException, InterruptedException {
    while (left.getAndDecrement() > 0
        && unanswered.get() < UNANSWERED * connections
        && since().compareTo(patience.phase()) < 0
        && bench.remaining().compareTo(patience.reserve()) > 0
        && admitted(door)) {
      var asked = since();
      var outcome = door.attempt(new Candidate("control:guess", user, password())).outcome();
      made.add(new Guess(asked, since(), outcome));
      if (outcome == LoginOutcome.ACCEPTED) {
        // Whoever lets wrong passwords in has nothing to be guessed.
        left.set(0);
      }
      unanswered.updateAndGet(count -> taken(outcome) ? 0 : count + 1);
    }
  }

  /** Whether the device dealt with the password, whatever it came to. */
  private static boolean taken(LoginOutcome outcome) {
    return outcome.decided() || outcome == LoginOutcome.LOCKED || outcome == LoginOutcome.ERROR;
  }

  private boolean admitted(LoginDoor door) throws InterruptedException {
    for (int login = 0; login < door.loginsEach(); login++) {
      if (!bench.dut().awaitGuess(surface.surface().budget(), user)) {
        return false;
      }
    }
    return true;
  }

  private Duration since() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private synchronized String password() {
    var text = new StringBuilder("q");
    while (text.length() < LENGTH) {
      text.append(LETTERS.charAt(bench.random().nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
