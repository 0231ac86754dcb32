package org.coptest.harness.catalogue;

import org.coptest.harness.yaml.EnumWords;
import org.coptest.spi.declaration.Key;

/** Whether a provision is a shall or a should of the Code. */
public enum Status {
  @Key("M")
  MANDATORY,
  @Key("R")
  RECOMMENDED;

  /** {@code M} or {@code R}, as suites and reports write it. */
  public String letter() {
    return EnumWords.word(this);
  }
}
