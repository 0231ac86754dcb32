package org.coptest.probes.passwords.preset;

import java.util.Comparator;

/** Serial number and password of one produced device. Never recorded. */
record ProductionLabel(String serial, String password) {

  /** The order of production: shorter serial numbers first. */
  static Comparator<ProductionLabel> inOrder() {
    return Comparator.<ProductionLabel>comparingInt(label -> label.serial().length())
        .thenComparing(ProductionLabel::serial);
  }

  @Override
  public String toString() {
    return "label of " + serial;
  }
}
