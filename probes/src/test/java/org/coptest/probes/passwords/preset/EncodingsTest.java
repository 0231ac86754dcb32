package org.coptest.probes.passwords.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EncodingsTest {

  private static String encoded(String name, byte[] bytes, Charset... charsets) {
    return Encodings.with(List.of(charsets)).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow()
        .function()
        .apply(bytes);
  }

  private static String digest(String name, Optional<String> model, String text) {
    return Digests.all(model).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(one -> one.function().apply(text.getBytes(StandardCharsets.UTF_8)))
        .map(HexFormat.of()::formatHex)
        .orElseThrow();
  }

  @Test
  void base32IsThatOfRfc4648() {
    assertThat(encoded("base32", "foobar".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("MZXW6YTBOI");
    assertThat(encoded("base32", "foob".getBytes(StandardCharsets.UTF_8))).isEqualTo("MZXW6YQ");
    assertThat(encoded("base32-small", "f".getBytes(StandardCharsets.UTF_8))).isEqualTo("my");
  }

  @Test
  void numbersAreUnsigned() {
    var bytes = new byte[] {(byte) 0xff, 0x00};
    assertThat(encoded("decimal", bytes)).isEqualTo("65280");
    assertThat(encoded("base36", bytes)).isEqualTo("1edc");
    assertThat(encoded("HEX", bytes)).isEqualTo("FF00");
    assertThat(encoded("charset-mod", bytes, new Charset("abc"))).isEqualTo("aa");
  }

  @Test
  void digestsAreThoseOfTheirRfcs() {
    assertThat(digest("crc32", Optional.empty(), "123456789")).isEqualTo("cbf43926");
    assertThat(digest("md5", Optional.empty(), "abc"))
        .isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    assertThat(digest("hmac-md5-no-key", Optional.empty(), ""))
        .isEqualTo("74e6f7298a9c2d168935f58c001bad88");
    assertThat(digest("hmac-sha1-model", Optional.of("Jefe"), "what do ya want for nothing?"))
        .isEqualTo("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
  }

  @Test
  void alphabetsAreReadAsTheyAreWritten() {
    assertThat(Charset.parse("A-D2-5_-").orElseThrow().symbols()).isEqualTo("-2345ABCD_");
    assertThat(Charset.parse("z-a")).isEmpty();
    for (var word : List.of("hex", "alphanumeric", "base58", "letters and digits", "numeric")) {
      assertThat(Charset.parse(word)).as(word).isEmpty();
    }
    assertThat(Charset.parse("a")).isEmpty();
    assertThat(Charset.parse("")).isEmpty();
    assertThat(Charset.parse("\u0000-\uffff")).isEmpty();
  }
}
