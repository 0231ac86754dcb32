package org.coptest.harness.cli;

import java.util.Locale;

/** Enum constants as people write them. */
final class Words {
  private Words() {}

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
