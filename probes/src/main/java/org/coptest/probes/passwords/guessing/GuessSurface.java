package org.coptest.probes.passwords.guessing;

import org.coptest.probes.instrument.login.LoginDoor;
import org.coptest.probes.instrument.login.Surface;
import org.coptest.spi.Bench;

/**
 * A login and the means to try it.
 *
 * @param surface the port and its stable name
 * @param opening opens its door
 */
public record GuessSurface(Surface surface, Opening opening) {

  /** Opens a door, on this bench. */
  @FunctionalInterface
  public interface Opening {
    LoginDoor on(Bench bench);
  }
}
