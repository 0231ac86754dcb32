package org.coptest.spi.declaration;

/** Support value of an ICS row. */
public enum Support {
  @Key("Y")
  YES,
  @Key("N")
  NO,
  @Key("N/A")
  NOT_APPLICABLE
}
