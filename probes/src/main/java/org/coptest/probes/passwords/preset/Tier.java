package org.coptest.probes.passwords.preset;

/** How far-fetched a rule is; simple ones are tried first and need fewer candidates to explain. */
public enum Tier {
  /** A window of an identifier in one of its forms. */
  FORM,
  /** Two texts beside each other. */
  JOINED,
  /** A window of a digest in one of its encodings. */
  DIGEST
}
