package org.coptest.spi;

import java.util.List;
import org.coptest.spi.verdict.Cause;

/** The observations a rule may read: those of the probes its unit names, on this device. */
public interface Seen {

  /**
   * The single observation of this type.
   *
   * @throws NotSeenException when there is none; the unit then carries the cause of the probe
   */
  <O extends Observation> O only(Class<O> type);

  /** All observations of this type, of several probes or states; may be empty. */
  <O extends Observation> List<O> all(Class<O> type);

  /** Probes of this unit that could not look, and why; their rows are added by the engine. */
  List<Trouble> troubles();

  /** A probe that could not look. */
  record Trouble(String probe, Cause cause, String reason) {}

  /** Thrown by {@link #only}; not for rules to catch. */
  final class NotSeenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the name of the observation that is not there. */
    public NotSeenException(String type) {
      super("no observation of type " + type);
    }
  }
}
