package org.coptest.harness.target.net;

import java.time.Duration;
import org.coptest.spi.declaration.Pace;

/**
 * How fast one pace goes; rates are per second and infinite where there is no limit.
 *
 * @param firstConnects TCP connects per second to start with, and of single connects
 * @param mostConnects the rate a sweep may grow to
 * @param openAtOnce TCP connects of a sweep that may be under way together
 * @param udp datagrams
 * @param http requests
 * @param hellos TLS and SSH hellos
 * @param logins login attempts
 * @param recoveryWait how long a device that died may take to come back, once
 * @param sweepPatience how long a sweep waits for the answer of a port at first
 */
public record PaceTable(
    double firstConnects,
    double mostConnects,
    int openAtOnce,
    double udp,
    double http,
    double hellos,
    double logins,
    Duration recoveryWait,
    Duration sweepPatience) {

  /** The rate that knows no limit. */
  public static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  /** The row of this pace. */
  public static PaceTable of(Pace pace) {
    return switch (pace) {
      case GENTLE -> row(20, 20, 1, 2, 1, 0.5, 1 / 5.0, 120, 3_000);
      case NORMAL -> row(100, 1_000, 64, 20, 5, 4, 1 / 3.0, 120, 1_500);
      case FAST -> row(500, 5_000, 256, 200, 50, 20, 2, 30, 1_000);
      case UNLIMITED ->
          row(NO_LIMIT, NO_LIMIT, 512, NO_LIMIT, NO_LIMIT, NO_LIMIT, NO_LIMIT, 5, 250);
    };
  }

  private static PaceTable row(
      double first,
      double most,
      int open,
      double udp,
      double http,
      double hellos,
      double logins,
      int recoverySeconds,
      int patienceMillis) {
    return new PaceTable(
        first,
        most,
        open,
        udp,
        http,
        hellos,
        logins,
        Duration.ofSeconds(recoverySeconds),
        Duration.ofMillis(patienceMillis));
  }
}
