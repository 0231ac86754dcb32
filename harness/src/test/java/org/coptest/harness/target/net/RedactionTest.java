package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private final Redaction redaction = new Redaction(new byte[] {1, 2, 3});

  @Test
  void saysLengthAndKindsInPlaceOfTheSecret() {
    redaction.hide("s3cret99");

    assertThat(redaction.apply("user=root&pw=s3cret99&ok"))
        .matches("user=root&pw=\\[secret len=8 charset=ad sha256=[0-9a-f]{8}]&ok");
  }

  @Test
  void saltsTheDigest() {
    redaction.hide("s3cret99");
    var other = new Redaction(new byte[] {9});
    other.hide("s3cret99");

    assertThat(redaction.apply("s3cret99"))
        .isEqualTo(redaction.apply("s3cret99"))
        .isNotEqualTo(other.apply("s3cret99"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "root", "a", "user-with-long-name", ""})
  void hidesASecretInsideBase64OfUserAndPassword(String user) {
    redaction.hide("Gr0ss/geheim+");
    var login = (user + ":Gr0ss/geheim+").getBytes(StandardCharsets.UTF_8);

    for (var encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
      var clean =
          redaction.apply("Authorization: Basic " + encoder.encodeToString(login) + "\r\nHost: x");
      assertThat(clean).matches("Authorization: Basic \\[secret len=13 [^\\]]*]\r\nHost: x");
    }
  }

  @Test
  void hidesBase64OfTheSecretAlone() {
    redaction.hide("hunter22");
    var alone = Base64.getEncoder().encodeToString("hunter22".getBytes(StandardCharsets.UTF_8));

    assertThat(redaction.apply("AUTH " + alone)).startsWith("AUTH [secret").doesNotContain(alone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "xy", "abc"})
  void hidesAShortSecretInsideBase64(String secret) {
    redaction.hide(secret);
    var login = ("operator:" + secret).getBytes(StandardCharsets.UTF_8);
    var digits = Base64.getEncoder().encodeToString(login);

    assertThat(redaction.apply("Basic " + digits + "\r\n")).doesNotContain(digits);
  }

  @Test
  void hidesWhatFormsAndDocumentsMakeOfASecret() {
    redaction.hide("p@ss w\"<&");

    assertThat(redaction.apply("pw=p%40ss+w%22%3C%26&x")).matches("pw=\\[secret[^\\]]*]&x");
    assertThat(redaction.apply("pw=p%40ss%20w%22%3c%26&x")).matches("pw=\\[secret[^\\]]*]&x");
    assertThat(redaction.apply("{\"pw\":\"p@ss w\\\"<&\"}")).matches(".*:\"\\[secret[^\\]]*]\"}");
    assertThat(redaction.apply("<p>p@ss w\"&lt;&amp;</p>")).matches("<p>\\[secret[^\\]]*]</p>");
  }

  @Test
  void leavesNoTailWhenSecretsOverlap() {
    redaction.hide("abcdef");
    redaction.hide("defghi");

    assertThat(redaction.apply("-abcdefghi-")).matches("-\\[secret[^\\]]*]-");
  }

  @Test
  void leavesTextWithoutSecretsAlone() {
    redaction.hide("s3cret99");
    redaction.hide("");

    assertThat(redaction.apply("WWW-Authenticate: Basic realm=\"cam\""))
        .isEqualTo("WWW-Authenticate: Basic realm=\"cam\"");
  }
}
