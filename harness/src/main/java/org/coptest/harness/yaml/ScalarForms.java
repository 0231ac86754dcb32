package org.coptest.harness.yaml;

/** Regular expressions of the single values that are stricter than their Java types. */
public final class ScalarForms {
  /** Days and times only, because months have no fixed length; ISO 8601 in capitals. */
  public static final String DURATION =
      "P(?=[0-9]|T[0-9])([0-9]{1,9}D)?"
          + "(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\\.[0-9]{1,9})?S)?)?";

  /** Year, month and day of ISO 8601. */
  public static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  private ScalarForms() {}
}
