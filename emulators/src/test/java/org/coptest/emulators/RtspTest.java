package org.coptest.emulators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.coptest.spi.emulation.EmulatedDevice;
import org.junit.jupiter.api.Test;

class RtspTest {

  private static final String DESCRIBE = "DESCRIBE rtsp://cam/live RTSP/1.0";

  @Test
  void tellsItsMethodsToEveryone() throws IOException {
    try (var camera = Devices.start("camera/conforming")) {
      assertThat(ask(camera, "OPTIONS rtsp://cam/ RTSP/1.0"))
          .startsWith("RTSP/1.0 200 OK\r\nCSeq: 7\r\n")
          .contains("Public: OPTIONS, DESCRIBE");
    }
  }

  @Test
  void describesTheStreamToTheOwnerOnly() throws Exception {
    try (var camera = Devices.start("camera/conforming")) {
      var refusal = ask(camera, DESCRIBE);
      assertThat(refusal).startsWith("RTSP/1.0 401 ").contains("WWW-Authenticate: Digest ");
      var right = digest(refusal, camera.secret("owner-password"));
      assertThat(ask(camera, DESCRIBE, right)).startsWith("RTSP/1.0 200 ").contains("m=video");
      assertThat(ask(camera, DESCRIBE, digest(refusal, "wrong"))).startsWith("RTSP/1.0 401 ");
    }
  }

  @Test
  void describesTheStreamOfTheFlawedCameraWithItsDefault() throws IOException {
    try (var camera = Devices.start("camera/flawed")) {
      assertThat(ask(camera, DESCRIBE)).startsWith("RTSP/1.0 401 ").contains("Basic realm");
      assertThat(ask(camera, DESCRIBE, Web.basic("admin", "admin"))).startsWith("RTSP/1.0 200 ");
    }
  }

  private static String ask(EmulatedDevice camera, String line, String... headers)
      throws IOException {
    try (var socket = Devices.connect(camera, "rtsp")) {
      var all = new String[headers.length + 1];
      all[0] = "CSeq: 7";
      System.arraycopy(headers, 0, all, 1, headers.length);
      return Web.request(socket, line, all);
    }
  }

  private static String digest(String refusal, String password) throws GeneralSecurityException {
    var matcher = Pattern.compile("nonce=\"(\\w+)\"").matcher(refusal);
    assertThat(matcher.find()).isTrue();
    var nonce = matcher.group(1);
    var secret = md5("owner:CAM-1:" + password);
    var request = md5("DESCRIBE:rtsp://cam/live");
    var response = md5(secret + ":" + nonce + ":00000001:c:auth:" + request);
    return "Authorization: Digest username=\"owner\", realm=\"CAM-1\", nonce=\"%s\", uri=\"%s\", qop=auth, nc=00000001, cnonce=\"c\", response=\"%s\""
        .formatted(nonce, "rtsp://cam/live", response);
  }

  private static String md5(String text) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
  }
}
