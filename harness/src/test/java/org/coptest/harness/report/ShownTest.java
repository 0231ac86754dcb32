package org.coptest.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void quotesWhatCouldBeActive() {
    assertThat(Shown.sentence("<b>\u001b[31m'\"`&é"))
        .isEqualTo("\\x3cb\\x3e\\x1b[31m\\x27\\x22\\x60\\x26\\u{e9}");
  }

  @Test
  void leavesAnEscapeThatIsAlreadyThere() {
    var once = Shown.sentence("<script>é\u0007");

    assertThat(Shown.sentence(once)).isEqualTo(once);
  }

  @Test
  void quotesABackslashThatBeginsNoEscape() {
    assertThat(Shown.sentence("C:\\temp \\xZZ")).isEqualTo("C:\\x5ctemp \\x5cxZZ");
  }

  @Test
  void saysHowMuchIsLeftOut() {
    assertThat(Shown.text("a".repeat(20), 5)).isEqualTo("aaaaa…(+15 bytes)");
    assertThat(Shown.text(Shown.text("a".repeat(20), 5), 100)).isEqualTo("aaaaa…(+15 bytes)");
  }

  @Test
  void isNoCommandToABuildServer() {
    assertThat(Shown.sentence("::set-output name=a::1")).isEqualTo("\\x3a:set-output name=a::1");
    assertThat(Shown.sentence("ok ::error file=a::x")).isEqualTo("ok \\x3a:error file=a::x");
    assertThat(Shown.sentence("a ##[command]x")).isEqualTo("a \\x23#[command]x");
    assertThat(Shown.sentence("::1 and fe80::1")).isEqualTo("::1 and fe80::1");
  }
}
