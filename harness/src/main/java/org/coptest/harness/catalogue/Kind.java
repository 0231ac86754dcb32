package org.coptest.harness.catalogue;

import org.coptest.harness.yaml.EnumWords;

/** What a test case looks at: the papers, the device, or both. */
public enum Kind {
  CONCEPTUAL,
  FUNCTIONAL,
  MIXED;

  /** As suites and reports write it. */
  public String text() {
    return EnumWords.word(this);
  }
}
