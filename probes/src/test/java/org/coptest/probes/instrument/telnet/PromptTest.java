package org.coptest.probes.instrument.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTest {

  @ParameterizedTest
  @ValueSource(strings = {"cam login: ", "Username:", "\r\n\r\n(none) login:", "User Name : "})
  void knowsPromptsForAName(String text) {
    assertThat(Prompt.of(text)).isEqualTo(Prompt.USER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Password: ", "Password for admin:", "login: root\r\nPassword (hidden):"})
  void knowsPromptsForAPassword(String text) {
    assertThat(Prompt.of(text)).isEqualTo(Prompt.PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"# ", "cam> ", "user> ", "press # for help", "[root@cam ~]$ "})
  void takesNoSignForALogin(String text) {
    assertThat(Prompt.of(text)).isEqualTo(Prompt.OTHER);
  }

  @ParameterizedTest
  @CsvSource({"'Last login: today\r\n'", "'every login: is recorded\r\n\r\n'", "''"})
  void looksAtTheUnfinishedLineOnly(String text) {
    assertThat(Prompt.of(text)).isEqualTo(Prompt.NONE);
  }
}
