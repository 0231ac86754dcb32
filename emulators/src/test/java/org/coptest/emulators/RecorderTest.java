package org.coptest.emulators;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.coptest.spi.emulation.EmulatedDevice;
import org.junit.jupiter.api.Test;

class RecorderTest {

  @Test
  void letsTheOwnerIntoItsFilesAndNobodyElse() throws IOException {
    try (var recorder = Devices.start("recorder/conforming")) {
      assertThat(login(recorder, "owner", recorder.secret("owner-password"))).startsWith("230");
      assertThat(login(recorder, "owner", "wrong")).startsWith("530");
      assertThat(login(recorder, "anonymous", "me@example")).startsWith("530");
    }
  }

  @Test
  void letsInWhoeverCallsHimselfAnonymousWhereItIsMadeSo() throws IOException {
    try (var recorder = Devices.start("recorder/ftp-anonymous")) {
      assertThat(login(recorder, "anonymous", "me@example")).startsWith("230");
    }
  }

  @Test
  void setsUpTheStreamForTheOwnerOnlyThoughItDescribesItToAll() throws IOException {
    try (var recorder = Devices.start("recorder/rtsp-set-up-guarded")) {
      assertThat(ask(recorder, "DESCRIBE")).startsWith("RTSP/1.0 200 ").contains("m=video");
      assertThat(ask(recorder, "SETUP")).startsWith("RTSP/1.0 401 ");
    }
    try (var recorder = Devices.start("recorder/rtsp-open")) {
      assertThat(ask(recorder, "SETUP")).startsWith("RTSP/1.0 200 ").contains("Session: ");
    }
  }

  @Test
  void tellsEverybodyTheTimeAndNobodyItsAccounts() throws IOException {
    try (var recorder = Devices.start("recorder/conforming")) {
      assertThat(soap(recorder, "GetSystemDateAndTime")).contains("200 OK").contains("<tt:Hour>");
      assertThat(soap(recorder, "GetUsers")).contains("400 ").contains("ter:NotAuthorized");
    }
    try (var recorder = Devices.start("recorder/onvif-open-users")) {
      assertThat(soap(recorder, "GetUsers")).contains("GetUsersResponse");
    }
  }

  private static String ask(EmulatedDevice recorder, String method) throws IOException {
    try (var socket = Devices.connect(recorder, "rtsp")) {
      return Web.request(
          socket,
          method + " rtsp://dvr/live RTSP/1.0",
          "CSeq: 1",
          "Transport: RTP/AVP/TCP;unicast;interleaved=0-1");
    }
  }

  private static String login(EmulatedDevice recorder, String user, String password)
      throws IOException {
    try (var socket = Devices.connect(recorder, "ftp")) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      in.readLine();
      in.readLine();
      socket.getOutputStream().write(("USER " + user + "\r\n").getBytes(ISO_8859_1));
      assertThat(in.readLine()).startsWith("331");
      socket.getOutputStream().write(("PASS " + password + "\r\n").getBytes(ISO_8859_1));
      return in.readLine();
    }
  }

  private static String soap(EmulatedDevice recorder, String operation) throws IOException {
    var body = "<s:Envelope><s:Body><%s xmlns=\"x\"/></s:Body></s:Envelope>".formatted(operation);
    var head =
        "POST /onvif/device_service HTTP/1.1\r\nContent-Length: %d\r\n\r\n"
            .formatted(body.length());
    try (var socket = Devices.connect(recorder, "onvif")) {
      socket.getOutputStream().write((head + body).getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
