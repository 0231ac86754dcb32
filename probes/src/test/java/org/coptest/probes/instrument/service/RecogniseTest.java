package org.coptest.probes.instrument.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class RecogniseTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void doesNotTakeAMessageOfTheDayForAPrompt() {
    assertThat(Recognise.loginPrompt(bytes("last login: yesterday\r\n# "))).isFalse();
    assertThat(Recognise.loginPrompt(bytes("Welcome\r\nUsername:"))).isTrue();
  }

  @Test
  void wantsAWholeConnack() {
    assertThat(Recognise.connack(HexFormat.of().parseHex("20020005"))).isTrue();
    assertThat(Recognise.connack(HexFormat.of().parseHex("2003008400"))).isTrue();
    assertThat(Recognise.connack(HexFormat.of().parseHex("20020009"))).isFalse();
    assertThat(Recognise.connack(HexFormat.of().parseHex("2002"))).isFalse();
    assertThat(Recognise.connack(bytes("    hello"))).isFalse();
  }

  @Test
  void doesNotTakeOtherStatusLinesForHttp() {
    assertThat(Recognise.http(bytes("RTSP/1.0 400 Bad Request\r\n\r\n"))).isEmpty();
    assertThat(Recognise.http(bytes("HTTP/1.1 2xx\r\n"))).isEmpty();
    assertThat(Recognise.http(bytes("HTTP/1.1 "))).isEmpty();
    assertThat(Recognise.http(bytes("HTTP/1.0 404"))).isPresent();
  }

  @Test
  @Timeout(20)
  void survivesMutatedAnswers() {
    var random = new Random(5_6);
    var seeds =
        new byte[][] {
          bytes("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n"),
          bytes("SSH-2.0-x\r\n\0\0\0\u001c\n\u0014" + "\0".repeat(26)),
          HexFormat.of().parseHex("fffd18fffb01"),
          HexFormat.of().parseHex("200900000622000a210014"),
          bytes("220-hello\r\n220 ready\r\n"),
        };
    int recognised = 0;
    for (int i = 0; i < 20_000; i++) {
      var bytes = seeds[i % seeds.length].clone();
      for (int flips = random.nextInt(3); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      recognised += anything(Arrays.copyOf(bytes, random.nextInt(bytes.length + 9))) ? 1 : 0;
    }
    assertThat(recognised).isBetween(3_000, 19_000);
  }

  private static boolean anything(byte[] bytes) {
    TelnetAnswers.to(bytes);
    return Recognise.http(bytes).isPresent()
        | Recognise.sshKeyExchange(bytes)
        | Recognise.sshIdentification(bytes)
        | Recognise.telnetNegotiation(bytes)
        | Recognise.connack(bytes)
        | Recognise.rtsp(bytes)
        | Recognise.loginPrompt(bytes)
        | Recognise.reply(bytes, 220);
  }
}
