package org.coptest.spi.declaration;

/** A row of an IXIT table. */
public interface Row {

  /** Its id, {@code Table-Name} by convention. */
  String id();

  /** Where it was declared. */
  Origin at();
}
