package org.coptest.harness.catalogue;

import java.util.Collection;

/** A truth value that admits not to know. */
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  /** TRUE for true, FALSE for false. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** The opposite; not knowing stays not knowing. */
  public Truth negated() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** FALSE when one is FALSE, TRUE when all are TRUE, else UNKNOWN. */
  public static Truth all(Collection<Truth> truths) {
    return truths.stream().min(Truth::compareTo).orElse(TRUE);
  }

  /** TRUE when one is TRUE, FALSE when all are FALSE, else UNKNOWN. */
  public static Truth any(Collection<Truth> truths) {
    return truths.stream().max(Truth::compareTo).orElse(FALSE);
  }
}
