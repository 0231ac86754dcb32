package org.coptest.probes.instrument.login;

/** What an accepted login was good for, weakest first. */
public enum Proof {
  /** Nothing was accepted, or nothing showed a session. */
  NONE,
  /** The protocol's own message of success, such as SSH_MSG_USERAUTH_SUCCESS. */
  SUCCESS_MESSAGE,
  /** The device relayed a connection to itself. */
  FORWARDING,
  /** A file-transfer session answered. */
  FILE_TRANSFER,
  /** A command prompt that stays the same and is not the login prompt. */
  STABLE_PROMPT,
  /** The reference that is denied without a login was served. */
  REFERENCE,
  /** The device computed what we asked it to. */
  COMMAND;

  /** Whether something was reached that is closed without a login. */
  public boolean reached() {
    return compareTo(SUCCESS_MESSAGE) > 0;
  }
}
