package org.coptest.probes.instrument.ssh;

/** What a server said to a public key. */
public enum KeyOutcome {
  /** Message 60: who holds the private half may log in. */
  AUTHORISED,
  /** Message 52: logged in. */
  ACCEPTED,
  /** Message 51. */
  REFUSED,
  /** Message 51 after a proof that was taken as one factor of several. */
  PARTIAL,
  /** Something else. */
  UNCLEAR,
  /** The connection ended before it was answered. */
  UNANSWERED
}
