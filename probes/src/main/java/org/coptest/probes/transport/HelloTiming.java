package org.coptest.probes.transport;

import java.time.Duration;
import java.util.List;

/**
 * How long hellos are waited for.
 *
 * @param patience for one answer
 * @param backOff waits before an unanswered hello is sent again; its length is the number of
 *     repeats
 */
record HelloTiming(Duration patience, List<Duration> backOff) {
  static HelloTiming usual() {
    return new HelloTiming(
        Duration.ofSeconds(5),
        List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10)));
  }
}
