package org.coptest.probes.passwords.preset;

/** Where the lab knows a preset password from. */
public enum PresetSource {
  /** Read from the label or card of the sample. */
  LABEL,
  /**
   * The credential that works, of a mechanism whose passwords are declared as made in a factory.
   */
  VALID_CREDENTIAL
}
