package org.coptest.probes.passwords.preset;

import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;

/** A file of production labels cannot be read; the message names file, line and reason. */
public final class LabelsUnreadableException extends ProbeException {
  private static final long serialVersionUID = 1L;

  LabelsUnreadableException(String file, int line, String reason) {
    super(Cause.UNSUPPORTED_FORMAT, "%s:%d: %s".formatted(file, line, reason));
  }

  LabelsUnreadableException(String file, String reason) {
    super(Cause.MISSING_INPUT, "%s: %s".formatted(file, reason));
  }
}
