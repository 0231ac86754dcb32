package org.coptest.probes.instrument.login;

/** Why an attempt was made. */
public enum AttemptRole {
  /** N1: random user, random password. */
  RANDOM,
  /** N2: a known user, random password. */
  KNOWN_USER,
  /** N3: a candidate whose last character was changed. */
  ALTERED,
  /** V: the credential declared as valid. */
  VALID,
  /** An entry of the list. */
  CANDIDATE,
  /** An accepted entry once more. */
  CONFIRMATION;

  /** Whether a device that checks credentials must refuse it. */
  public boolean negative() {
    return this == RANDOM || this == KNOWN_USER || this == ALTERED;
  }
}
