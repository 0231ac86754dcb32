package org.coptest.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coptest.spi.declaration.Origin;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private final Problems problems = new Problems();

  private static Origin at(int line, int column) {
    return new Origin("cam.yaml", line, column);
  }

  @Test
  void throwsNothingWithoutAProblem() {
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void printsEachProblemWithItsLineAndACaret() {
    problems.source("cam.yaml", "ixit:\n    pasword_policy: per-device\n");
    problems.add(at(2, 5), "unknown key", "did you mean \"password_policy\"?");
    problems.add(at(0, 0), "is odd");

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(ConfigurationProblemsException.class)
        .hasMessage(
            """
            cam.yaml: is odd
            cam.yaml:2:5: unknown key – did you mean "password_policy"?
                2 |     pasword_policy: per-device
                        ^^^^^^^^^^^^^^
            2 errors, nothing was sent to any device\
            """);
  }

  @Test
  void tellsTheSameProblemOnce() {
    problems.add(at(2, 5), "unknown key");
    problems.add(at(2, 5), "unknown key");

    assertThat(problems.count()).isEqualTo(1);
  }

  @Test
  void keepsTwoHundredAndCountsTheRest() {
    for (int i = 1; i <= 1_500; i++) {
      problems.add(at(i, 1), "wrong");
    }

    assertThat(problems.all()).hasSize(200);
    assertThat(problems.text())
        .endsWith("\n… and 1300 more\n1500 errors, nothing was sent to any device");
  }

  @Test
  void neverShowsAHiddenLine() {
    problems.source("cam.yaml", "user: a, password: hunter2\n");
    problems.add(at(1, 1), "unknown key");
    problems.hideLine(at(1, 10));

    assertThat(problems.text()).doesNotContain("hunter2");
  }

  @Test
  void showsTheSurroundingsInALongLine() {
    problems.source("cam.yaml", "x".repeat(500_000) + " bad " + "y".repeat(500_000));
    problems.add(at(1, 500_002), "wrong");

    assertThat(problems.text().lines().toList().get(1)).hasSizeLessThan(140).contains(" bad ");
    assertThat(problems.text().lines().toList().get(2)).endsWith(" ^^^");
  }

  @Test
  void letsNoControlCharacterThrough() {
    problems.source("cam.yaml", "a: \u001b[31m\u202e\u0007");
    problems.add(at(1, 1), "wrong");

    assertThat(problems.text()).doesNotContain("\u001b", "\u202e", "\u0007");
  }
}
