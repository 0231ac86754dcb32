package org.coptest.probes.instrument.snmp;

import java.time.Duration;

/**
 * How long an agent is waited for.
 *
 * @param answer for each of the two times that a request is sent
 */
public record SnmpTiming(Duration answer) {

  /** Patient enough for small devices. */
  public static SnmpTiming standard() {
    return new SnmpTiming(Duration.ofMillis(1_000));
  }
}
