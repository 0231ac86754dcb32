package org.coptest.probes.instrument.http.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DigestChallengeTest {
  private static final String RFC_7616 =
      "realm=\"http-auth@example.org\", qop=\"auth, auth-int\","
          + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
          + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
  private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
  private static final String RFC_2617 =
      "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"";

  @Test
  void computesTheMd5ExampleOfRfc7616() {
    assertThat(mufasa("Digest " + RFC_7616 + ", algorithm=MD5"))
        .isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
  }

  @Test
  void computesTheSha256ExampleOfRfc7616() {
    assertThat(mufasa("Digest " + RFC_7616 + ", algorithm=SHA-256"))
        .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
  }

  @Test
  void computesTheExampleOfRfc2617() {
    var response =
        only(RFC_2617 + ", qop=\"auth,auth-int\"")
            .response("GET", "/dir/index.html", "Mufasa", "Circle Of Life", "0a4f113b");

    assertThat(response).isEqualTo("6629fae49393a05397450978507c4ef1");
  }

  @Test
  void computesWithoutQopAsInTheCorrectedExampleOfRfc2069() {
    var response =
        only(RFC_2617).response("GET", "/dir/index.html", "Mufasa", "CircleOfLife", "unused");

    assertThat(response).isEqualTo("1949323746fe6a43ef61f9606e7febea");
  }

  @Test
  void mixesBothNoncesIntoTheSecretOfASession() {
    assertThat(mufasa("Digest " + RFC_7616 + ", algorithm=MD5-sess"))
        .isEqualTo("e783283f46242139c486a698fec7211d");
    assertThat(mufasa("Digest " + RFC_7616 + ", algorithm=SHA-256-sess"))
        .isEqualTo("2fd51b3a77ad75bad6afad6003e818d767133c46d9e2749e7f5232ae1ea3efd7");
  }

  @Test
  void writesTheHeaderAsTheRfcShowsIt() {
    var header =
        only("Digest " + RFC_7616 + ", algorithm=MD5")
            .authorization("GET", "/dir/index.html", "Mufasa", "Circle of Life", CNONCE);

    assertThat(header)
        .startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\"")
        .contains(
            "uri=\"/dir/index.html\"",
            "algorithm=MD5, qop=auth, nc=00000001, cnonce=\"" + CNONCE + "\"",
            "response=\"8ca523f5e9506fed4657c9700eebdbec\"",
            "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"")
        .doesNotContain("Circle");
  }

  @Test
  void namesNeitherHashNorCountWhereTheChallengeDidNot() {
    assertThat(only(RFC_2617).authorization("GET", "/", "a\"b", "c", "d"))
        .startsWith("Digest username=\"a\\\"b\"")
        .doesNotContain("algorithm", "qop", "nc=", "cnonce");
  }

  @Test
  void takesTheStrongestThatCanBeAnswered() {
    var offered =
        Challenge.parse(
            List.of(
                RFC_2617 + ", algorithm=MD5",
                RFC_2617 + ", algorithm=SHA-256",
                RFC_2617 + ", algorithm=SHA-3",
                RFC_2617 + ", algorithm=SHA-512-256, qop=auth-int",
                "Basic realm=x"));

    assertThat(DigestChallenge.strongest(offered))
        .map(DigestChallenge::algorithm)
        .contains(DigestAlgorithm.SHA_256);
  }

  @Test
  void doesNotAnswerWhatProtectsTheBodyAloneOrHasNoNonce() {
    assertThat(strongest(RFC_2617 + ", qop=\"auth-int\"")).isEmpty();
    assertThat(strongest("Digest realm=x, qop=auth")).isEmpty();
    assertThat(strongest("Basic realm=x")).isEmpty();
  }

  @Test
  void knowsAStaleNonce() {
    assertThat(only(RFC_2617 + ", stale=TRUE").stale()).isTrue();
    assertThat(only(RFC_2617 + ", stale=false").stale()).isFalse();
  }

  private static String mufasa(String header) {
    return only(header).response("GET", "/dir/index.html", "Mufasa", "Circle of Life", CNONCE);
  }

  private static DigestChallenge only(String header) {
    return strongest(header).orElseThrow();
  }

  private static Optional<DigestChallenge> strongest(String header) {
    return DigestChallenge.strongest(Challenge.parse(List.of(header)));
  }
}
