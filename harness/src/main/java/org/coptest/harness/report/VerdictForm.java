package org.coptest.harness.report;

import java.util.stream.Stream;
import org.coptest.spi.verdict.Verdict;

/** The one table of how each format shows a verdict. */
public enum VerdictForm {
  PASS(Verdict.PASS, "PASS", "passed", JUnit.OK, Tone.GOOD),
  FAIL(Verdict.FAIL, "FAIL", "failed", JUnit.FAILURE, Tone.BAD),
  INCONCLUSIVE(Verdict.INCONCLUSIVE, "INCONCLUSIVE", "broken", JUnit.ERROR, Tone.OPEN),
  ERROR(Verdict.ERROR, "ERROR", "broken", JUnit.ERROR, Tone.OPEN),
  NOT_APPLICABLE(Verdict.NOT_APPLICABLE, "NOT APPLICABLE", "skipped", JUnit.SKIPPED, Tone.QUIET),
  NOT_TESTED(Verdict.NOT_TESTED, "NOT TESTED", "skipped", JUnit.SKIPPED, Tone.QUIET),
  PENDING(Verdict.PENDING, "PENDING", "skipped", JUnit.SKIPPED, Tone.WAITING);

  /** What a JUnit test case carries. */
  public enum JUnit {
    OK,
    FAILURE,
    ERROR,
    SKIPPED
  }

  /** How a verdict is coloured; the word always stands beside the colour. */
  public enum Tone {
    GOOD,
    BAD,
    OPEN,
    WAITING,
    QUIET
  }

  private final Verdict verdict;
  private final String word;
  private final String allure;
  private final JUnit junit;
  private final Tone tone;

  VerdictForm(Verdict verdict, String word, String allure, JUnit junit, Tone tone) {
    this.verdict = verdict;
    this.word = word;
    this.allure = allure;
    this.junit = junit;
    this.tone = tone;
  }

  /** The row of this verdict. */
  public static VerdictForm of(Verdict verdict) {
    return Stream.of(values()).filter(form -> form.verdict == verdict).findFirst().orElseThrow();
  }

  /** The verdict in words, {@code NOT APPLICABLE}. */
  public String word() {
    return word;
  }

  /** Status in Allure; it has fewer than we have verdicts. */
  public String allure() {
    return allure;
  }

  /** What an Allure message begins with, so that categories can tell the verdicts apart. */
  public String allurePrefix() {
    return verdict == Verdict.PASS ? "" : word + " ";
  }

  /** What JUnit XML says. */
  public JUnit junit() {
    return junit;
  }

  /** How it is coloured. */
  public Tone tone() {
    return tone;
  }
}
