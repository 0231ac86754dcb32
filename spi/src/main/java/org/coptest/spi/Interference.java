package org.coptest.spi;

/** Place of a probe in the order of one device; what spoils later looks comes last. */
public enum Interference {
  PASSIVE,
  PORTS,
  IDENTIFICATION,
  HELLOS,
  ANONYMOUS,
  LOGINS,
  TIMING,
  BRUTE_FORCE,
  MALFORMED,
  UPDATE,
  RESET
}
