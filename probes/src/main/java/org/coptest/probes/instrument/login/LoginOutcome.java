package org.coptest.probes.instrument.login;

/** What one login attempt came to. */
public enum LoginOutcome {
  /** The device let us in. */
  ACCEPTED,
  /** The device said no in the way the protocol has for it. */
  REJECTED,
  /** The device did not consider the credential for now. */
  THROTTLED,
  /** The device said that the account or the source is locked. */
  LOCKED,
  /** Nothing came back; never a "no". */
  NO_ANSWER,
  /** Something came back that is neither a yes nor a no. */
  ERROR;

  /** Whether the device took up the credential and decided. */
  public boolean decided() {
    return this == ACCEPTED || this == REJECTED;
  }
}
