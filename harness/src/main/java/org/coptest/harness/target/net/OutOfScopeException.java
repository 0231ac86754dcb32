package org.coptest.harness.target.net;

/** Something tried to reach what the target does not declare; nothing was sent, and it is a bug. */
public final class OutOfScopeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutOfScopeException(String message) {
    super(message);
  }
}
