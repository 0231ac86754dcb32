package org.coptest.probes.instrument.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.coptest.spi.ProbeException;
import org.coptest.spi.verdict.Cause;
import org.junit.jupiter.api.Test;

class RtspReaderTest {
  private static final String WHOLE =
      "RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Base: rtsp://10.0.0.1/live/\r\n"
          + "Content-Length: 40\r\n\r\nv=0\r\nm=video 0 RTP/AVP 96\r\na=control:t1\r\nRTSP/1.0";

  @Test
  void readsABodyToItsAnnouncedLength() throws Exception {
    var parsed = RtspReader.first(WHOLE).orElseThrow();

    assertThat(parsed.reply().describes()).isTrue();
    assertThat(parsed.reply().body()).hasSize(40);
    assertThat(parsed.rest()).endsWith("RTSP/1.0");
    assertThat(Stream.track(parsed.reply(), "rtsp://x/live")).isEqualTo("rtsp://10.0.0.1/live/t1");
  }

  @Test
  void waitsForTheWholeResponse() throws Exception {
    for (int end = 0; end < WHOLE.indexOf("v=0") + 40; end++) {
      assertThat(RtspReader.first(WHOLE.substring(0, end))).isEmpty();
    }
  }

  @Test
  void callsOtherProtocolsStrange() throws Exception {
    for (var text : new String[] {"HTTP/1.1 200 OK\r\n\r\n", "RTSP/1.0 2000 x\r\n\r\n", "$\0\0"}) {
      assertThat(RtspReader.first(text).orElseThrow().reply().kind())
          .isEqualTo(RtspReply.Kind.STRANGE);
    }
  }

  @Test
  void sendsNoDeviceTextBackThatIsMoreThanOneWord() {
    var described =
        new RtspReply(
            RtspReply.Kind.REPLY,
            200,
            java.util.List.of(RtspReply.header("Content-Base: rtsp://x/a b")),
            "v=0\r\nm=video\r\na=control:a b\r\n");

    assertThat(Stream.track(described, "rtsp://y/live")).isEqualTo("rtsp://y/live");
  }

  @Test
  void boundsWhatIsAnnounced() {
    assertThatThrownBy(
            () -> RtspReader.first("RTSP/1.0 200 OK\r\nContent-Length: 999999999\r\n\r\n"))
        .isInstanceOfSatisfying(
            ProbeException.class,
            e -> assertThat(e.reasonCode()).isEqualTo(Cause.BUDGET_EXHAUSTED));
  }

  @Test
  void survivesAnyBytes() throws Exception {
    var random = new Random(3);
    var letters = "RTSP/1.0 200\r\n:ContentLength$\0\u00ff";
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder(WHOLE.substring(0, random.nextInt(WHOLE.length())));
      for (int i = random.nextInt(40); i > 0; i--) {
        text.insert(
            random.nextInt(text.length() + 1), letters.charAt(random.nextInt(letters.length())));
      }
      try {
        RtspReader.first(text.toString()).ifPresent(it -> Stream.track(it.reply(), "rtsp://x/"));
      } catch (ProbeException e) {
        assertThat(e.reasonCode()).isEqualTo(Cause.BUDGET_EXHAUSTED);
      }
    }
  }
}
