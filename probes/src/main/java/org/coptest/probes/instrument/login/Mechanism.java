package org.coptest.probes.instrument.login;

/** The kind of login a surface offers. */
public enum Mechanism {
  /** Asks for a password in a way this instrument speaks. */
  PASSWORD,
  /** Asks for a login, and says that passwords are not taken. */
  NO_PASSWORD,
  /** Lets anybody in. */
  OPEN,
  /** Asks for a password in a way this instrument does not speak. */
  OTHER_PASSWORD,
  /** No login was seen where we looked. */
  NONE_SEEN,
  /** It did not say. */
  UNKNOWN,
  /** Serves nothing itself; all it does is send to another port of the device. */
  ELSEWHERE,
  /** Declared, and nothing listens there. */
  CLOSED;

  /** Whether it keeps somebody out who does not log in. */
  public boolean asks() {
    return this == PASSWORD || this == NO_PASSWORD || this == OTHER_PASSWORD;
  }
}
