package org.coptest.spi;

import org.coptest.spi.verdict.Cause;

/** The probe could not look; never the device's fault by itself. */
public class ProbeException extends Exception {
  private static final long serialVersionUID = 1L;
  private final Cause reasonCode;

  /** With the cause that the undecided units will carry and one sentence for people. */
  public ProbeException(Cause cause, String message) {
    super(message);
    this.reasonCode = cause;
  }

  /** As above, with what led to it. */
  public ProbeException(Cause cause, String message, Throwable origin) {
    super(message, origin);
    this.reasonCode = cause;
  }

  /** The cause the undecided units will carry. */
  public Cause reasonCode() {
    return reasonCode;
  }
}
