package org.coptest.spi;

import java.time.Duration;

/**
 * What a probe will do to one device, for telling beforehand how long it takes at a pace.
 *
 * @param own time that no pace changes, such as waits of a protocol
 * @param connects of sweeps
 * @param hellos TLS and SSH hellos
 * @param requests over HTTP
 * @param logins login attempts
 */
public record Effort(Duration own, long connects, long hellos, long requests, long logins) {

  /** This much time at any pace. */
  public static Effort lasting(Duration own) {
    return new Effort(own, 0, 0, 0, 0);
  }

  /** And this many connects of a sweep. */
  public Effort connecting(long more) {
    return new Effort(own, connects + more, hellos, requests, logins);
  }

  /** And this many hellos. */
  public Effort greeting(long more) {
    return new Effort(own, connects, hellos + more, requests, logins);
  }

  /** And this many HTTP requests. */
  public Effort requesting(long more) {
    return new Effort(own, connects, hellos, requests + more, logins);
  }

  /** And this many logins. */
  public Effort loggingIn(long more) {
    return new Effort(own, connects, hellos, requests, logins + more);
  }
}
