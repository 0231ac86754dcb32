package org.coptest.probes.passwords;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.coptest.probes.instrument.login.Cut;
import org.coptest.probes.instrument.login.Patience;
import org.coptest.probes.instrument.login.Proof;
import org.coptest.probes.instrument.login.Surface;
import org.coptest.probes.instrument.ssh.KeyOffer;
import org.coptest.probes.instrument.ssh.KeyOutcome;
import org.coptest.probes.instrument.ssh.KeyTalk;
import org.coptest.probes.instrument.ssh.SshKeyDoor;
import org.coptest.spi.Bench;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/**
 * Shows keys on as few connections as the server allows: what one connection did not live to answer
 * is shown on the next, after a pause when it answered nothing. A connection counts as a login.
 */
final class SshKeySession {
  private static final String METHOD = "publickey";
  private final Bench bench;
  private final Surface surface;
  private final SshKeyDoor door;
  private final Patience patience;
  private final List<SshKeyShown> shown = new ArrayList<>();
  private List<String> methods = List.of();
  private int connections;

  SshKeySession(Bench bench, Surface surface, SshKeyDoor door, Patience patience) {
    this.bench = bench;
    this.surface = surface;
    this.door = door;
    this.patience = patience;
  }

  /** An account, and how reports name it. */
  record Account(String label, String user) {}

  /** A key to show. */
  record Wanted(SshKeyShown.Role role, String name, KeyOffer offer) {}

  /** Ends the work on one server; what was seen until then stands. */
  static final class CutException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Cut cut;

    CutException(Cause cause, String why) {
      super(why, null, false, false);
      this.cut = new Cut(cause, why);
    }

    Cut cut() {
      return cut;
    }
  }

  List<SshKeyShown> shown() {
    return List.copyOf(shown);
  }

  /** What the server offered first. */
  List<String> methods() {
    return methods;
  }

  /** Entries of the list that seemed authorised for this account, each once. */
  List<SshKeyShown> hits(String label) {
    return shown.stream()
        .filter(it -> it.role() == SshKeyShown.Role.KNOWN && it.account().equals(label))
        .filter(SshKeyShown::taken)
        .toList();
  }

  /** Shows these until each is answered; false where the server takes no keys for this account. */
  boolean show(Account account, List<Wanted> wanted)
      throws CutException, ProbeException, InterruptedException {
    var left = List.copyOf(wanted);
    int idle = 0;
    while (!left.isEmpty()) {
      var talk = talk(account, left);
      if (talk.open() || (!talk.methods().isEmpty() && !talk.methods().contains(METHOD))) {
        return false;
      }
      int answered = noted(account, left, talk);
      left = left.subList(answered, left.size());
      idle = answered == 0 ? idle + 1 : 0;
      if (idle > 0) {
        pause(idle);
      }
    }
    return true;
  }

  private KeyTalk talk(Account account, List<Wanted> left)
      throws CutException, ProbeException, InterruptedException {
    if (bench.remaining().compareTo(patience.reserve()) < 0) {
      throw new CutException(Cause.BUDGET_EXHAUSTED, "the time of the probe is used up");
    } else if (!bench.dut().awaitLogin(surface.budget(), account.user())) {
      throw new CutException(Cause.BUDGET_EXHAUSTED, "the login budget allows no further key");
    }
    var talk = door.show(account.user(), left.stream().map(Wanted::offer).toList());
    connections++;
    methods = methods.isEmpty() ? talk.methods() : methods;
    return talk;
  }

  private int noted(Account account, List<Wanted> left, KeyTalk talk) {
    int answered = 0;
    for (var outcome : talk.answers()) {
      if (outcome == KeyOutcome.UNANSWERED) {
        break;
      }
      var one = left.get(answered++);
      shown.add(
          new SshKeyShown(
              connections,
              one.role(),
              one.offer().id(),
              one.name(),
              account.label(),
              one.offer().algorithm(),
              outcome,
              outcome == KeyOutcome.ACCEPTED ? talk.proof() : Proof.NONE,
              talk.evidence()));
      if (outcome == KeyOutcome.ACCEPTED) {
        // Who is logged in is asked for no further key: the rest is another connection's.
        break;
      }
    }
    return answered;
  }

  private void pause(int idle) throws CutException, InterruptedException {
    if (idle > patience.pauses().size()) {
      throw new CutException(
          Cause.RATE_LIMITED,
          "connections ended before any key was answered, %d times".formatted(idle));
    }
    Duration wanted = patience.pauses().get(idle - 1);
    if (bench.remaining().compareTo(wanted.plus(patience.reserve())) < 0) {
      throw new CutException(
          Cause.BUDGET_EXHAUSTED, "no time is left to wait until keys are answered again");
    }
    Thread.sleep(wanted);
  }
}
