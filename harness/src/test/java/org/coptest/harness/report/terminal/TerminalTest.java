package org.coptest.harness.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void coloursOnlyWhereAPersonLooks() {
    assertThat(Screen.terminal().terminal.colour()).isTrue();
    assertThat(Screen.pipe().terminal.colour()).isFalse();
    assertThat(Screen.terminal("NO_COLOR", "1").terminal.colour()).isFalse();
    assertThat(Screen.terminal("NO_COLOR", "").terminal.colour()).isTrue();
    assertThat(Screen.terminal("TERM", "dumb").terminal.colour()).isFalse();
    assertThat(Screen.terminal("CI", "true").terminal.colour()).isFalse();
  }

  @Test
  void theOptionBeatsTheSurroundings() {
    assertThat(Screen.with(ColourChoice.ALWAYS, "NO_COLOR", "1").terminal.colour()).isTrue();
    assertThat(Screen.with(ColourChoice.NEVER).terminal.colour()).isFalse();
  }

  @Test
  void writesOverALineOnlyOnATerminal() {
    assertThat(Screen.terminal().terminal.live()).isTrue();
    assertThat(Screen.pipe().terminal.live()).isFalse();
    assertThat(Screen.terminal("CI", "true").terminal.live()).isFalse();
    assertThat(Screen.terminal("TERM", "dumb").terminal.live()).isFalse();
  }

  @Test
  void showsSignsOnlyInUtf8Locales() {
    assertThat(Screen.terminal().terminal.marks()).isEqualTo(Marks.unicode());
    assertThat(Screen.terminal("LC_ALL", "C").terminal.marks()).isEqualTo(Marks.ascii());
    assertThat(Screen.terminal("LC_ALL", "C.utf8").terminal.marks()).isEqualTo(Marks.unicode());
    assertThat(Screen.terminal("LANG", "").terminal.marks()).isEqualTo(Marks.ascii());
  }

  @Test
  void wrapsAtTheWidthAndIndents() {
    assertThat(Wrapped.lines("found: ", "       ", "one two three four", 18))
        .containsExactly("found: one two", "       three four");
  }
}
