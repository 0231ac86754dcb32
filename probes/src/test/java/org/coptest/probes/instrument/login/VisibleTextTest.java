package org.coptest.probes.instrument.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void callsTextsAlikeThatDifferInTimeTokenAndEchoOnly() {
    var one = text("Login failed for bob at 2026-01-02 10:11:12, ref 9f8e7d6c5b4a", "bob");
    var two = text("Login failed for alice at 2026-01-02 10:11:19, ref 00ff7d6c5baa", "alice");

    assertThat(one.alike(two)).isTrue();
  }

  @Test
  void takesOutAPasswordThatHoldsTheUserName() {
    var one = VisibleText.likeness("", "8zadmin is wrong", List.of("admin", "8zadmin"));
    var two = VisibleText.likeness("", "other is wrong", List.of("admin", "other"));

    assertThat(one.simhash()).isEqualTo(two.simhash());
  }

  @Test
  void tellsALockFromAFailure() {
    var failure = text("Login incorrect. Check the user name and the password.", "bob");
    var lock = text("This account has been locked, please call your administrator.", "bob");

    assertThat(failure.alike(lock)).isFalse();
  }

  @Test
  void tellsShortAnswersApart() {
    assertThat(text("Login incorrect", "x").alike(text("Account locked", "x"))).isFalse();
  }

  @Test
  void doesNotMindThatAPasswordIsAWordOfTheAnswer() {
    assertThat(
            text("Login incorrect, cam login:", "login")
                .alike(text("Login incorrect, cam login:", "cam")))
        .isTrue();
  }

  @Test
  void neverCallsDifferentCodesAlike() {
    var one = VisibleText.likeness("200", "same", List.of());

    assertThat(one.alike(VisibleText.likeness("401", "same", List.of()))).isFalse();
  }

  private static Likeness text(String text, String submitted) {
    return VisibleText.likeness("text", text, List.of(submitted));
  }
}
