package org.coptest.harness.record;

import java.util.List;

/** The run model, {@code run.json}: the truth every report is written from. */
public record RunDocument(int schema, RunInfo run, List<TargetResult> targets) {
  /** Version of the format; changes are additive. */
  public static final int SCHEMA = 1;
}
