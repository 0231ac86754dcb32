package org.coptest.probes.instrument.mqtt;

/**
 * What a broker said to a CONNECT.
 *
 * @param kind what came
 * @param code of the CONNACK, else -1
 * @param detail in our words
 */
record Greeting(Kind kind, int code, String detail) {
  private static final int SUCCESS = 0;
  private static final int BAD_LEVEL_3 = 1;
  private static final int BAD_LEVEL_5 = 0x84;

  /** What came. */
  enum Kind {
    /** A CONNACK. */
    CONNACK,
    /** The connection ended without one. */
    ENDED,
    /** Nothing; never a "no". */
    SILENT,
    /** Something that is no CONNACK. */
    OTHER
  }

  static Greeting none(Kind kind, String detail) {
    return new Greeting(kind, -1, detail);
  }

  /** Whether the connection was taken. */
  boolean taken() {
    return code == SUCCESS;
  }

  /** Whether the credential, or its lack, is what was refused: nothing else is a "no". */
  boolean refused() {
    return code == 4 || code == 5 || code == 0x86 || code == 0x87;
  }

  /** Whether it may speak another version only. */
  boolean otherVersion() {
    return code == BAD_LEVEL_3 || code == BAD_LEVEL_5 || kind == Kind.ENDED || kind == Kind.OTHER;
  }

  /** Whether it takes no logins for the time being (server unavailable, busy, quota, rate). */
  boolean busy() {
    return code == 3 || code == 0x88 || code == 0x89 || code == 0x97 || code == 0x9f;
  }

  /** Whether it says that we are shut out. */
  boolean banned() {
    return code == 0x8a;
  }
}
