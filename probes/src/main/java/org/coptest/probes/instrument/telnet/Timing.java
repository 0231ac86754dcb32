package org.coptest.probes.instrument.telnet;

import java.time.Duration;

/**
 * How long a console is waited for.
 *
 * @param first until the first visible character
 * @param quiet silence after which a text counts as complete
 * @param prompt silence after which a recognised prompt counts as complete
 * @param known silence after which a prompt seen before counts as complete
 */
public record Timing(Duration first, Duration quiet, Duration prompt, Duration known) {

  /** Long enough for logins that answer wrong passwords after three seconds. */
  public static Timing standard() {
    return new Timing(
        Duration.ofSeconds(10),
        Duration.ofMillis(1500),
        Duration.ofMillis(150),
        Duration.ofMillis(10));
  }
}
