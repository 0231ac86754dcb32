package org.coptest.probes.instrument.http.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ChallengeTest {

  @Test
  void readsSeveralHeadersAndSeveralChallengesInOne() {
    var all =
        Challenge.parse(
            List.of(
                "Digest realm=\"a, b\", nonce=\"n1\", qop=\"auth, auth-int\", Basic realm=\"c\"",
                "Negotiate, NTLM",
                "Bearer"));

    assertThat(all)
        .extracting(Challenge::scheme)
        .containsExactly("digest", "basic", "negotiate", "ntlm", "bearer");
    assertThat(all.get(0).parameters())
        .isEqualTo(Map.of("realm", "a, b", "nonce", "n1", "qop", "auth, auth-int"));
    assertThat(all.get(1).parameter("realm")).contains("c");
  }

  @Test
  void readsUnquotedValuesBlanksAroundTheSignAndEscapes() {
    var one =
        Challenge.parse(List.of("DIGEST Realm = \"say \\\"hi\\\"\" , NONCE=abc== ,algorithm=MD5"));

    assertThat(one).hasSize(1);
    assertThat(one.getFirst().parameters())
        .isEqualTo(Map.of("realm", "say \"hi\"", "nonce", "abc==", "algorithm", "MD5"));
  }

  @Test
  void leavesOutWhatIsNoChallenge() {
    assertThat(Challenge.parse(List.of("", " , ,", "\"", "=", "realm=\"x\""))).isEmpty();
  }

  @Test
  void endsOnAnyInput() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    var letters = "Dd =,\"\\\tréa";
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      var header = text.toString();
      assertThatCode(() -> Challenge.parse(List.of(header))).doesNotThrowAnyException();
    }
  }
}
