package org.coptest.harness.engine;

/** Tells the platform that a test case failed; the stack would say nothing about the device. */
final class NotConforming extends AssertionError {
  private static final long serialVersionUID = 1L;

  NotConforming(String reason) {
    super(reason);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
