package org.coptest.probes.instrument.login;

/** What was served to somebody who did not log in. */
public enum Access {
  GRANTED,
  DENIED,
  UNKNOWN
}
