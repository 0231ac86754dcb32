package org.coptest.harness.target.net;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.coptest.harness.target.net.identity.DeclaredMark;
import org.coptest.harness.target.net.identity.IdentityCheck;
import org.coptest.harness.target.net.identity.IdentityMark;
import org.coptest.spi.ProbeException;

/**
 * Notices that another device answers on the address: a mark has another value than before, or
 * another one than declared. Only a mark that is the same in two readings counts, one that cannot
 * be read says nothing, and one that twice could not be read is not asked for again.
 */
final class IdentityWatch {
  private static final byte[] NO_SALT = new byte[0];
  private static final int MOST_FAILURES = 2;
  private static final int MORE_READINGS_OF_A_CHANGE = 2;
  private static final int MOST_ROUNDS = 8;
  private static final Duration READING = Duration.ofSeconds(3);
  private static final Duration FRESH = Duration.ofSeconds(30);
  private final List<IdentityCheck> checks;
  private final Deadline deadline;
  private final Map<String, String> first = new TreeMap<>();
  private final Map<String, Integer> failures = new HashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private final Map<String, String> changes = new LinkedHashMap<>();
  private long freshUntil;
  private int usesThen = -1;

  IdentityWatch(List<IdentityCheck> checks, Deadline deadline) {
    this.checks = List.copyOf(checks);
    this.deadline = deadline;
  }

  /** Marks read so far. */
  Map<String, String> marks() {
    return new TreeMap<>(first);
  }

  /** What is another one, in one sentence; empty when nothing readable is. */
  Optional<String> change(LiveDut dut) throws InterruptedException {
    var time = deadline.time();
    // After a probe and before the next one is one moment, and costs the device one look.
    if (dut.uses() != usesThen || time.nanos() - freshUntil >= 0) {
      look(dut);
      usesThen = dut.uses();
      freshUntil = time.nanos() + FRESH.toNanos();
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", changes.values()));
  }

  private void look(LiveDut dut) throws InterruptedException {
    var looked = new LinkedHashMap<String, IdentityMark>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var before = looked.size();
      for (var mark : marks(dut)) {
        if (looked.putIfAbsent(mark.name(), mark) == null && !dropped.contains(mark.name())) {
          look(mark, dut);
        }
      }
      if (looked.size() == before) {
        break;
      }
    }
    checks.stream()
        .flatMap(check -> check.declared().stream())
        .forEach(mark -> compare(mark, looked.values()));
  }

  private List<IdentityMark> marks(LiveDut dut) {
    return checks.stream()
        .flatMap(check -> check.marks(dut.addresses(), dut.heard()).stream())
        .toList();
  }

  private void look(IdentityMark mark, LiveDut dut) throws InterruptedException {
    var name = mark.name();
    var value = read(mark, dut);
    var before = first.get(name);
    if (value.isEmpty()) {
      failed(mark);
    } else if (before == null) {
      begin(mark, value.get(), dut);
    } else if (value.get().equals(before)) {
      failures.remove(name);
      changes.remove(name);
    } else if (!changes.containsKey(name)) {
      confirm(mark, before, value.get(), dut);
    }
  }

  private void begin(IdentityMark mark, String value, LiveDut dut) throws InterruptedException {
    var again = read(mark, dut);
    if (again.isEmpty()) {
      failed(mark);
    } else if (again.get().equals(value)) {
      first.put(mark.name(), value);
    } else {
      dropped.add(mark.name());
    }
  }

  // Several machines behind one address take turns, and one of them that is met now is no change.
  private void confirm(IdentityMark mark, String before, String value, LiveDut dut)
      throws InterruptedException {
    for (int i = 0; i < MORE_READINGS_OF_A_CHANGE; i++) {
      var again = read(mark, dut);
      if (again.isEmpty()) {
        failed(mark);
        return;
      } else if (!again.get().equals(value)) {
        dropped.add(mark.name());
        return;
      }
    }
    changes.put(mark.name(), "%s was %s and is %s".formatted(mark.name(), before, value));
  }

  private void failed(IdentityMark mark) {
    if (mark.asksDevice() && failures.merge(mark.name(), 1, Integer::sum) >= MOST_FAILURES) {
      dropped.add(mark.name());
    }
  }

  /** Several ports may show several keys: only when no one is as declared, the device is not. */
  private void compare(DeclaredMark wanted, Collection<IdentityMark> looked) {
    var names =
        looked.stream()
            .filter(mark -> mark.kind() == wanted.kind())
            .filter(mark -> first.containsKey(mark.name()) || isAwaited(mark))
            .map(IdentityMark::name)
            .toList();
    if (names.isEmpty() || !first.keySet().containsAll(names)) {
      return;
    }
    changes.remove(wanted.kind().path());
    if (names.stream().map(first::get).noneMatch(wanted::allows)) {
      var found = names.stream().map(name -> name + " is " + first.get(name)).toList();
      changes.put(
          wanted.kind().path(),
          "another device than the declared one is on the bench: %s, and %s"
              .formatted(String.join(", ", found), wanted.text()));
    }
  }

  private boolean isAwaited(IdentityMark mark) {
    return mark.asksDevice() && !dropped.contains(mark.name());
  }

  private Optional<String> read(IdentityMark mark, LiveDut dut) throws InterruptedException {
    if (!mark.asksDevice()) {
      return value(mark, dut);
    }
    dut.awaitHello();
    dut.beginProbe("identity", deadline.child("reading of the " + mark.name(), READING), NO_SALT);
    try {
      return value(mark, dut);
    } finally {
      dut.endProbe();
    }
  }

  private static Optional<String> value(IdentityMark mark, LiveDut dut)
      throws InterruptedException {
    try {
      return mark.read(dut);
    } catch (ProbeException unreadable) {
      return Optional.empty();
    }
  }
}
