package org.coptest.probes.attacksurface;

import java.util.Optional;
import org.coptest.spi.Seen;
import org.coptest.spi.verdict.Cause;

/**
 * Whether the sweeps of a device missed nothing, for rules that rest on the ports found.
 *
 * @param trouble why ports may have been missed; empty when they were not
 */
public record SweepQuality(Optional<Trouble> trouble) {

  /** Why ports may have been missed. */
  public record Trouble(Cause cause, String reason) {}

  /**
   * Of the sweeps seen; a unit whose probes do not include the sweep has no trouble of this kind.
   */
  public static SweepQuality of(Seen seen) {
    return new SweepQuality(
        seen.all(TcpSweeps.class).stream()
            .map(Coverage::of)
            .flatMap(coverage ->
                coverage.cause().stream()
                    .map(cause -> new Trouble(cause, coverage.control().detail())))
            .findFirst());
  }
}
