package org.coptest.spi;

/** What a probe may do to a device; declared harmless first. */
public enum SafetyClass {
  /** Only listens or reads files. */
  PASSIVE,
  /** Well-formed, ordinary traffic that changes no state. */
  ACTIVE_SAFE,
  /** Malformed traffic, logins that may lock an account, state changed and restored. */
  INTRUSIVE,
  /** May reboot, wipe, brick or flood. */
  DISRUPTIVE
}
