package org.coptest.harness.record;

import java.util.List;

/** A stopped campaign cannot be continued, because what was finished would no longer stand. */
public final class ResumeRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String[] reasons;

  /** With each thing that stands against it. */
  public ResumeRefusedException(List<String> reasons) {
    super(
        "this campaign cannot be resumed: %s; start a new one with coptest run"
            .formatted(String.join("; ", reasons)));
    this.reasons = reasons.toArray(String[]::new);
  }

  /** What changed or is broken, one sentence each. */
  public List<String> reasons() {
    return List.of(reasons);
  }
}
