package org.coptest.harness.catalogue;

/** What decides a test unit. */
public enum Means {
  NETWORK,
  FIRMWARE,
  DOCUMENTS,
  PERSON,
  NOT_YET
}
