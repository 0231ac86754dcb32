package org.coptest.spi.verdict;

import java.util.Optional;

/**
 * A control measured in the same campaign: whether the probe could have seen the violation here.
 *
 * @param what what was done as a control
 * @param held whether it behaved as it must
 * @param detail what was seen, for people
 */
public record Control(String what, boolean held, String detail) {

  /** Proof that this control held; a PASS cannot be built without one. */
  public Optional<Held> proof() {
    return held ? Optional.of(new Held(this)) : Optional.empty();
  }

  /** A control that held. */
  public static final class Held {
    private final Control control;

    private Held(Control control) {
      this.control = control;
    }

    /** The control that held. */
    public Control control() {
      return control;
    }
  }
}
