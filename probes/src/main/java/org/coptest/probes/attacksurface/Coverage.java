package org.coptest.probes.attacksurface;

import java.util.Optional;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;

/**
 * Whether sweeps allow to say that a port is closed.
 *
 * @param control what was asked as a control and whether it held
 * @param cause why nothing can be said, when the control did not hold
 */
public record Coverage(Control control, Optional<Cause> cause) {
  private static final int ONE_PERCENT = 655;
  private static final String WHAT =
      "ports known to be closed or to answer were asked again around the sweeps";

  /** Of these sweeps. */
  public static Coverage of(TcpSweeps sweeps) {
    return sweeps.addresses().stream()
        .map(Coverage::of)
        .filter(coverage -> coverage.cause().isPresent())
        .findFirst()
        .orElseGet(() -> held(sweeps));
  }

  private static Coverage held(TcpSweeps sweeps) {
    var detail = new StringBuilder();
    for (var sweep : sweeps.addresses()) {
      detail.append(
          "%d of %d closed ports and %d of %d answering ports behaved as before, %d ports are filtered; "
              .formatted(
                  sweep.closed().answered(),
                  sweep.closed().asked(),
                  sweep.answering().answered(),
                  sweep.answering().asked(),
                  sweep.unanswered().size()));
    }
    var text = detail.substring(0, Math.max(0, detail.length() - 2));
    return new Coverage(new Control(WHAT, true, text), Optional.empty());
  }

  private static Coverage of(AddressSweep sweep) {
    if (!sweep.answered()) {
      return not(Cause.TARGET_UNREACHABLE, "the address %s never answered", sweep.address());
    } else if (sweep.acceptsEverything()) {
      return acceptsEverything(sweep);
    } else if (sweep.fellSilent().size() > ONE_PERCENT) {
      return not(
          Cause.RATE_LIMITED,
          "%d ports answered in the first sweep and were silent in the second",
          sweep.fellSilent().size());
    } else if (sweep.wokeUp().size() > ONE_PERCENT) {
      return not(
          Cause.COVERAGE_PARTIAL,
          "%d ports were silent in the first sweep and answered in the second",
          sweep.wokeUp().size());
    }
    return silence(sweep);
  }

  /**
   * A filtered port counts as closed only if it was silent in every look while ports known to
   * answer did so right before and after each part of the sweep; otherwise the network may have
   * eaten it.
   */
  private static Coverage silence(AddressSweep sweep) {
    int closedAsBefore = sweep.closed().answered() * 10;
    if (closedAsBefore < sweep.closed().asked() * 9) {
      return not(
          Cause.CONTROL_FAILED,
          "only %d of %d closed ports behaved as before",
          sweep.closed().answered(),
          sweep.closed().asked());
    } else if (!sweep.unanswered().isEmpty() && !sweep.answering().held()) {
      return not(
          Cause.CONTROL_FAILED,
          "%d ports were silent, and ports known to answer did so only %d of %d times meanwhile",
          sweep.unanswered().size(),
          sweep.answering().answered(),
          sweep.answering().asked());
    } else if (unreachable(sweep) > ONE_PERCENT) {
      return not(
          Cause.COVERAGE_PARTIAL,
          "the network refused %d ports in both sweeps",
          unreachable(sweep));
    }
    return new Coverage(new Control(WHAT, true, ""), Optional.empty());
  }

  private static int unreachable(AddressSweep sweep) {
    return sweep.first().result().unreachable().and(sweep.second().result().unreachable()).size();
  }

  private static Coverage acceptsEverything(AddressSweep sweep) {
    return not(
        Cause.CONTROL_FAILED,
        "%d ports accepted, %d of them closed before: something accepts in place of the device"
            + " (%d of %d tried sent anything)",
        sweep.opened().size(),
        sweep.closed().opened(),
        sweep.reacted().size(),
        sweep.sampled().size());
  }

  private static Coverage not(Cause cause, String detail, Object... values) {
    return new Coverage(new Control(WHAT, false, detail.formatted(values)), Optional.of(cause));
  }
}
