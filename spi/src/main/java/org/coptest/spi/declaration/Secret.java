package org.coptest.spi.declaration;

/** A secret given by reference; its text shows the reference only. */
public final class Secret {
  private final String reference;
  private final String value;

  /** From a reference such as {@code ${env:CAM_PASSWORD}} and what it resolved to. */
  public Secret(String reference, String value) {
    this.reference = reference;
    this.value = value;
  }

  /** The value, for the moment of use. */
  public String reveal() {
    return value;
  }

  /** The reference as declared. */
  public String reference() {
    return reference;
  }

  @Override
  public String toString() {
    return reference;
  }
}
