package org.coptest.probes.instrument.http.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

  @Test
  void readsTheFieldsThatABrowserWouldSend() {
    var form =
        only(
            """
            <FORM Action="/in?a=1&amp;b=2" METHOD = Post id=f>
            <input name=user value='a&quot;b'><input type="hidden" name=csrf value=x/y>
            <input type=checkbox name=c1><input type=checkbox name=c2 checked>
            <input type=radio name=r value=1><input type=radio name=r value=2 checked>
            <select name=s><option value=p>P<option value=q selected>Q</select>
            <textarea name=t>some &lt;text></textarea><input name=off disabled>
            <input type=password name=pw><button name=b value=1>Go</button>
            <input type=submit name=b2 value=2><input type=reset name=z></form>
            <input form=f type=hidden name=late value=9><input name=outside>
            """);

    assertThat(form.action()).isEqualTo("/in?a=1&b=2");
    assertThat(form.method()).isEqualTo("post");
    assertThat(form.fields())
        .extracting(field -> field.name() + "=" + field.value())
        .containsExactly(
            "user=a\"b",
            "csrf=x/y",
            "c2=on",
            "r=2",
            "s=q",
            "t=some <text>",
            "pw=",
            "b=1",
            "late=9");
  }

  @Test
  void seesNothingInCommentsScriptsTemplatesAndTexts() {
    var page =
        HtmlPage.of(
            """
            <!-- <form><input type=password name=a></form> -->
            <script>document.write("<form><input type=password name=b></form>")</script>
            <template><form><input type=password name=c></form></template>
            <textarea><input type=password name=d></textarea>
            <title><input type=password></title><style>input{}</style><p>hello <b>you</b>
            """);

    assertThat(page.asksForPassword()).isFalse();
    assertThat(page.text()).contains("hello", "you").doesNotContain("document", "input{}");
  }

  @Test
  void knowsThePasswordOutsideOfAnyForm() {
    var page = HtmlPage.of("<div><input type=password name=p></div>");

    assertThat(page.asksForPassword()).isTrue();
    assertThat(page.login()).isEmpty();
  }

  @Test
  void takesTheFieldBeforeThePasswordForTheUser() {
    var form = only("<form><input name=q><input name=acc><input type=password name=p></form>");

    assertThat(form.account()).map(FormField::name).contains("acc");
    assertThat(only("<form><input type=password name=p><input name=u></form>").account()).isEmpty();
  }

  @Test
  void doesNotTakeSettingAPasswordForALogin() {
    assertThat(
            HtmlPage.of("<form><input type=password name=a><input type=password name=b>").login())
        .isEmpty();
    assertThat(HtmlPage.of("<form><input type=password autocomplete=new-password name=a>").login())
        .isEmpty();
  }

  @Test
  void seesPagesThatSendAway() {
    assertThat(HtmlPage.of("<script>top.location='/login.asp'</script>").sendsAway()).isTrue();
    assertThat(HtmlPage.of("<script>window.location.replace('/l')</script>").sendsAway()).isTrue();
    assertThat(HtmlPage.of("<meta http-equiv=refresh content='0; URL=/login'>").sendsAway())
        .isTrue();
    assertThat(HtmlPage.of("<meta http-equiv=refresh content='30;url=/'><p>Live").sendsAway())
        .isFalse();
    assertThat(HtmlPage.of("<script>if(location.hash=='#a')f()</script>").sendsAway()).isFalse();
  }

  @Test
  void readsLinksAndMetas() {
    var page =
        HtmlPage.of(
            """
            <meta name=csrf-token content=abc><a href=/x>Log <b>in</b></a><frame src=m.htm>
            <meta http-equiv=Refresh content="0; url='/r'"><script>top.location = "/s.asp"</script>
            <script>location.replace('/t')</script>
            """);

    assertThat(page.links())
        .extracting(link -> link.target() + ":" + link.text())
        .containsExactly("/x:Log  in", "m.htm:frame", "/r:frame", "/s.asp:frame", "/t:frame");
    assertThat(page.metas()).containsEntry("csrf-token", "abc");
  }

  @Test
  void readsAnythingSoonEnough() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    var pieces =
        new String[] {
          "<",
          ">",
          "<!--",
          "-->",
          "<form",
          "<input ",
          "\"",
          "'",
          "=",
          "&#x",
          "a",
          " ",
          "</",
          "<script",
          "type=password",
          "é",
          "\0"
        };
    for (int round = 0; round < 2_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(80); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThatCode(() -> HtmlPage.of(text.toString())).doesNotThrowAnyException();
    }
    for (var piece : pieces) {
      assertThatCode(() -> HtmlPage.of(piece.repeat(100_000))).doesNotThrowAnyException();
    }
  }

  private static HtmlForm only(String html) {
    var forms = HtmlPage.of(html).forms();
    assertThat(forms).hasSize(1);
    return forms.getFirst();
  }
}
