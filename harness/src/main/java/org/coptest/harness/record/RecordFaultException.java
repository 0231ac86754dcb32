package org.coptest.harness.record;

/** The record cannot be written or read: a fault of the bench, never of a device. */
public final class RecordFaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what failed and what to do next, as one sentence. */
  public RecordFaultException(String message) {
    super(message);
  }

  /** As above, with what led to it. */
  public RecordFaultException(String message, Throwable origin) {
    super(message, origin);
  }
}
