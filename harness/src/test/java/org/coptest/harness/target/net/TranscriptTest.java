package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private final FakeTime time = new FakeTime();
  private final Redaction redaction = new Redaction(new byte[] {1});

  @Test
  void showsTimesDirectionsHexAndText() {
    var transcript = new Transcript("heading", 64, redaction, time);
    transcript.note("connected");
    time.pass(Duration.ofMillis(120));
    transcript.received(bytes("220 cam\r\n"), 9);
    transcript.sent(bytes("QUIT\r\n"), 6);

    assertThat(text(transcript))
        .contains("heading\n")
        .contains("2025-03-01T10:00:00Z +0 ms connected\n")
        .contains("2025-03-01T10:00:00.120Z +120 ms received 9 bytes\n")
        .contains("  0000  32 32 30 20 63 61 6d 0d 0a ")
        .contains("  220 cam..\n")
        .contains("+120 ms sent 6 bytes\n")
        .contains("sent in all: 6 bytes\n")
        .contains("received in all: 9 bytes\n");
  }

  @Test
  void showsTheFirstBytesAndTheDigestOfTheRest() throws Exception {
    var transcript = new Transcript("heading", 16, redaction, time);
    var data = new byte[5_000];
    Arrays.fill(data, (byte) 'x');
    transcript.received(data, 3_000);
    transcript.received(data, 2_000);

    var sha256 = Sha256.start().digest(Arrays.copyOf(data, 4_984));
    assertThat(text(transcript))
        .contains("2984 more bytes are not shown")
        .contains("2000 more bytes are not shown")
        .contains(
            "5000 bytes; after the first 16: 4984 bytes, sha256 "
                + HexFormat.of().formatHex(sha256))
        .hasSizeLessThan(700);
  }

  @Test
  void hidesASecretThatCameInPieces() {
    var transcript = new Transcript("heading", 64, redaction, time);
    for (var letter : "hunter22!".split("")) {
      transcript.sent(bytes(letter), 1);
    }
    redaction.hide("hunter22");

    var text = text(transcript);
    assertThat(text).contains("[secret len=8 charset=ad").contains("(continued)").contains("21  ");
    assertThat(text).doesNotContain(" 68 ").doesNotContain(" 74 ").doesNotContain(" 32 ");
  }

  @Test
  void hidesASecretAcrossTheEdgeOfWhatIsShown() {
    var transcript = new Transcript("heading", 16, redaction, time);
    transcript.sent(bytes("0123456789abhunter22"), 20);
    redaction.hide("hunter22");

    assertThat(text(transcript)).contains("[secret len=8").doesNotContain("68 75 6e 74");
  }

  @Test
  void goesOnWhereItWasTakenLast() {
    var transcript = new Transcript("heading", 64, redaction, time);
    transcript.received(bytes("first"), 5);
    assertThat(text(transcript)).contains("first");
    assertThat(transcript.hasNews()).isFalse();
    transcript.received(bytes("second"), 6);

    assertThat(transcript.hasNews()).isTrue();
    assertThat(text(transcript)).contains("second").doesNotContain("first");
  }

  @Test
  void staysSmallWhenBytesDrip() {
    var transcript = new Transcript("heading", 4_096, redaction, time);
    for (int i = 0; i < 100_000; i++) {
      transcript.received(new byte[] {'x'}, 1);
    }
    transcript.note("cut by the harness");

    assertThat(text(transcript))
        .contains("99000 more sends and receives are only counted")
        .contains("cut by the harness")
        .contains("received in all: 100000 bytes")
        .hasSizeLessThan(200_000);
  }

  private static String text(Transcript transcript) {
    return new String(transcript.take(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
