package org.coptest.probes.instrument.login;

import java.time.Duration;
import java.util.List;

/**
 * How long a device that drops connections is waited for.
 *
 * @param pauses waits before each further try of the same credential
 * @param reserve time left to a probe at which no new credential is begun
 */
public record Patience(List<Duration> pauses, Duration reserve) {

  /** Long enough for the 15 s for which OpenSSH shuts out a source after failures. */
  public static Patience standard() {
    return new Patience(
        List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(16),
            Duration.ofSeconds(30)),
        Duration.ofSeconds(20));
  }
}
