package org.coptest.probes.transport;

/** Why it is not known what a server accepts. */
public enum Doubt {
  /** Nothing is in doubt. */
  NONE,
  /** Hellos stayed unanswered, also after waiting. */
  NO_ANSWER,
  /** A hello that had been accepted no longer was. */
  CONTROL_LOST,
  /** The answer is not one that TLS allows. */
  ODD_ANSWER
}
