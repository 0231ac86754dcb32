package org.coptest.spi.verdict;

/** Why a verdict is neither PASS nor FAIL; each cause belongs to exactly one verdict. */
public enum Cause {
  HARNESS_ERROR(Verdict.ERROR, false, "report this run: the harness itself failed"),
  BENCH_FAULT(
      Verdict.ERROR, false, "mend the bench (disk, file handles, clock, driver) and resume"),
  SAFETY_NOT_AUTHORISED(
      Verdict.NOT_TESTED, true, "authorise the safety class on the target, or choose a profile"),
  DESELECTED(Verdict.NOT_TESTED, true, "run without the filter that left it out"),
  NOT_AUTOMATED(Verdict.NOT_TESTED, true, "examine it by hand; the suite says what is needed"),
  NEEDS_OPERATOR(Verdict.PENDING, true, "an operator carries out the step and records it"),
  NEEDS_ASSESSOR(Verdict.PENDING, true, "an assessor reads what was prepared and signs it"),
  MISSING_INPUT(Verdict.INCONCLUSIVE, true, "declare the named path in targets.yaml"),
  NEEDS_SECOND_SAMPLE(Verdict.INCONCLUSIVE, true, "add a second sample of the same model"),
  NEEDS_TEST_HOOK(Verdict.INCONCLUSIVE, true, "give the harness the named driver or test hook"),
  TARGET_UNREACHABLE(Verdict.INCONCLUSIVE, false, "check power, address and route, then resume"),
  TARGET_DIED(Verdict.INCONCLUSIVE, false, "restart the device, find out why, then resume"),
  TARGET_CHANGED(Verdict.INCONCLUSIVE, false, "make sure the same device stays on the address"),
  RATE_LIMITED(Verdict.INCONCLUSIVE, false, "run at a gentler pace or from an allowed source"),
  LOCKED_OUT(Verdict.INCONCLUSIVE, false, "declare the lock-out, wait for it to end, resume"),
  CONTROL_FAILED(
      Verdict.INCONCLUSIVE, false, "find out why the control did not behave, then run again"),
  AMBIGUOUS_RESPONSE(Verdict.INCONCLUSIVE, false, "look at the transcript and declare the service"),
  COVERAGE_PARTIAL(Verdict.INCONCLUSIVE, false, "let the probe finish its whole scope"),
  BUDGET_EXHAUSTED(Verdict.INCONCLUSIVE, false, "give the campaign a larger budget"),
  NOISY_TIMING(Verdict.INCONCLUSIVE, false, "measure on a quieter network"),
  CLOCK_UNTRUSTED(Verdict.INCONCLUSIVE, false, "synchronise the bench clock"),
  UNSUPPORTED_FORMAT(Verdict.INCONCLUSIVE, false, "supply the file in a format the harness reads"),
  ENCRYPTED_IMAGE(Verdict.INCONCLUSIVE, false, "supply the image unencrypted"),
  DATA_STALE(Verdict.INCONCLUSIVE, false, "update the list and run again"),
  CLIENT_NEVER_CONNECTED(Verdict.INCONCLUSIVE, false, "trigger the connection and run again");

  private final Verdict verdict;
  private final boolean knownAtPlanTime;
  private final String settledBy;

  Cause(Verdict verdict, boolean knownAtPlanTime, String settledBy) {
    this.verdict = verdict;
    this.knownAtPlanTime = knownAtPlanTime;
    this.settledBy = settledBy;
  }

  /** The only verdict this cause explains. */
  public Verdict verdict() {
    return verdict;
  }

  /** Whether the plan can tell before anything is sent; the gate does not ask for such a case. */
  public boolean knownAtPlanTime() {
    return knownAtPlanTime;
  }

  /** What would settle the matter, as an instruction to a person. */
  public String settledBy() {
    return settledBy;
  }
}
