package org.coptest.probes.instrument.login;

/** Whether a login asks for a user name. */
public enum NameUse {
  /** It must be there. */
  REQUIRED,
  /** It may be empty. */
  OPTIONAL,
  /** It is not asked for. */
  ABSENT
}
