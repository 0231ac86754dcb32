package org.coptest.harness.target.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Dut;

/** Notices when another device answers on the address: a mark read before has another value now. */
final class IdentityWatch {
  private final List<IdentityCheck> checks;
  private final Map<String, String> first = new HashMap<>();

  IdentityWatch(List<IdentityCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  /** Marks read so far. */
  Map<String, String> marks() {
    return Map.copyOf(first);
  }

  /** What changed, in one sentence; empty when nothing readable did. */
  Optional<String> change(Dut dut) throws InterruptedException {
    var changes = new ArrayList<String>();
    for (var check : checks) {
      read(check, dut).forEach((mark, value) -> compare(mark, value, changes));
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", changes));
  }

  private void compare(String mark, String value, List<String> changes) {
    var before = first.putIfAbsent(mark, value);
    if (before != null && !before.equals(value)) {
      changes.add("%s was %s and is %s".formatted(mark, before, value));
    }
  }

  private static Map<String, String> read(IdentityCheck check, Dut dut)
      throws InterruptedException {
    try {
      return check.read(dut);
    } catch (ProbeException unreadable) {
      return Map.of();
    }
  }
}
