package org.coptest.harness.plan;

import java.time.Duration;
import org.coptest.harness.target.net.PaceTable;
import org.coptest.spi.Effort;
import org.coptest.spi.declaration.Pace;

/**
 * How long an effort takes at a pace, if the device answers at once. Where the pace knows no limit,
 * the usual speed of a device on the same bench is the limit.
 */
final class EffortTime {
  private static final double CONNECTS = 40_000;
  private static final double HELLOS = 60;
  private static final double REQUESTS = 200;
  private static final double LOGINS = 8;
  private final PaceTable pace;

  EffortTime(Pace pace) {
    this.pace = PaceTable.of(pace);
  }

  Duration of(Effort effort) {
    double seconds =
        effort.connects() / Math.min(pace.mostConnects(), CONNECTS)
            + effort.hellos() / Math.min(pace.hellos(), HELLOS)
            + effort.requests() / Math.min(pace.http(), REQUESTS)
            + effort.logins() / Math.min(pace.logins(), LOGINS);
    return effort.own().plusMillis(Math.round(seconds * 1_000));
  }
}
