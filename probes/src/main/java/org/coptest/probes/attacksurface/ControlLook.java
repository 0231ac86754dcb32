package org.coptest.probes.attacksurface;

/**
 * Ports whose answer was known, asked again while sweeping.
 *
 * @param asked how often one was asked
 * @param answered how often it answered as before
 * @param opened how often one that had been closed accepted a connection
 */
public record ControlLook(int asked, int answered, int opened) {
  /** Nothing asked yet. */
  static ControlLook none() {
    return new ControlLook(0, 0, 0);
  }

  ControlLook plus(ControlLook other) {
    return new ControlLook(asked + other.asked, answered + other.answered, opened + other.opened);
  }

  /** Whether it was asked and always answered as before. */
  public boolean held() {
    return asked > 0 && answered == asked;
  }
}
