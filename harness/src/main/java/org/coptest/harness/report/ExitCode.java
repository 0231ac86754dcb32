package org.coptest.harness.report;

/** What a command's exit code means; 1 beats 3. */
public enum ExitCode {
  CONFORMS(0, "conforms in what was judged"),
  FAILED(1, "a mandatory provision fails"),
  CONFIGURATION(2, "usage or configuration; nothing was sent"),
  NO_VERDICT(3, "no complete verdict"),
  EVIDENCE_BROKEN(4, "the evidence does not hold together"),
  INTERNAL_ERROR(70, "the tool itself failed"),
  INTERRUPTED(130, "stopped; the record is closed"),
  TERMINATED(143, "terminated; the record is closed");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }

  /** The meaning in words. */
  public String meaning() {
    return meaning;
  }
}
