package org.coptest.probes.instrument.login;

import java.util.Optional;
import org.coptest.spi.verdict.Cause;

/** Ends the work on one surface; what was seen until then stands. */
final class Stop extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Optional<Cut> cut;

  private Stop(Optional<Cut> cut) {
    super("stop", null, false, false);
    this.cut = cut;
  }

  /** More would be of use, and cannot be had. */
  static Stop cut(Cause cause, String why) {
    return new Stop(Optional.of(new Cut(cause, why)));
  }

  /** Nothing more is to be learnt here. */
  static Stop settled() {
    return new Stop(Optional.empty());
  }

  Optional<Cut> cut() {
    return cut;
  }
}
