package org.coptest.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.coptest.spi.emulation.EmulatedDevice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddTlsTest {

  private static final int TLS_1_0 = 0x0301;
  private static final int TLS_1_2 = 0x0303;

  private static EmulatedDevice flawed;

  @BeforeAll
  static void startOnce() throws IOException {
    flawed = Devices.start("camera/flawed");
  }

  @AfterAll
  static void stop() {
    flawed.close();
  }

  /** Hello version and suite, then the chosen ones, all in hex; the last two as ids. */
  @ParameterizedTest
  @CsvSource({
    "0300,0004,0300,0004",
    "0300,0003,0300,0003",
    "0301,0005,0301,0005",
    "0301,000a,0301,000a",
    "0302,0005,0301,0005",
    "0303,002f,0301,002f",
  })
  void choosesWeakVersionsAndSuitesThatAreOffered(
      String version, String suite, String chosenVersion, String chosenSuite) throws IOException {
    assertThat(chosen(hello(flawed, "tls", hex(version), hex(suite))))
        .isEqualTo(chosenVersion + " " + chosenSuite);
  }

  @Test
  void refusesSuitesItDoesNotKnow() throws IOException {
    assertThat(hello(flawed, "tls", TLS_1_0, 0xc013)).containsExactly(21, 3, 1, 0, 2, 2, 40);
  }

  @Test
  void refusesVersionsItDoesNotKnow() throws IOException {
    assertThat(hello(flawed, "tls", 0x0200, 5)).containsExactly(21, 3, 0, 0, 2, 2, 70);
  }

  @Test
  void sendsACertificateAndStaysStuckAfterIt() throws IOException {
    try (var socket = Devices.connect(flawed, "tls")) {
      socket.getOutputStream().write(clientHello(TLS_1_0, 5));
      assertThat(record(socket)).startsWith(22, 3, 1);
      assertThat(record(socket)[5]).isEqualTo((byte) 11);
      assertThat(record(socket)[5]).isEqualTo((byte) 14);
      socket.getOutputStream().write(0);
      assertThat(record(socket)).containsExactly(21, 3, 1, 0, 2, 2, 40);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void takesOldTlsBesideTheCurrentOne() throws IOException {
    try (var camera = Devices.start("camera/old-tls");
        var modern = Web.secure(camera, "https")) {
      assertThat(chosen(hello(camera, "https", TLS_1_0, 0x002f))).isEqualTo("0301 002f");
      var owner = Web.basic("owner", camera.secret("owner-password"));
      assertThat(Web.get(modern, "/", owner)).startsWith("HTTP/1.1 200 ");
      assertThat(modern.getSession().getProtocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void refusesOldTlsWhereConforming() throws IOException {
    try (var camera = Devices.start("camera/conforming")) {
      assertThat(hello(camera, "https", TLS_1_0, 0x002f)).startsWith(21).endsWith(2, 70);
    }
  }

  @Test
  void refusesInARecordOfAnotherVersion() throws IOException {
    try (var device = Devices.start("tricky/tls-odd-alert");
        var modern = Web.secure(device, "https")) {
      assertThat(hello(device, "https", TLS_1_0, 0x002f)).containsExactly(21, 3, 3, 0, 2, 2, 70);
      assertThat(Web.get(modern, "/")).startsWith("HTTP/1.1 401 ");
    }
  }

  @Test
  void answersTenHellosAndThenNone() throws IOException {
    try (var device = Devices.start("tricky/tls-rate-limit")) {
      for (var i = 0; i < 10; i++) {
        assertThat(hello(device, "https", TLS_1_2, 0xc02b)[0]).isNotZero();
      }
      try (var socket = Devices.connect(device, "https")) {
        socket.setSoTimeout(300);
        socket.getOutputStream().write(clientHello(TLS_1_2, 0xc02b));
        assertThatThrownBy(() -> socket.getInputStream().read())
            .isInstanceOf(SocketTimeoutException.class);
      }
    }
  }

  private static byte[] hello(EmulatedDevice device, String service, int version, int suite)
      throws IOException {
    try (var socket = Devices.connect(device, service)) {
      socket.getOutputStream().write(clientHello(version, suite));
      return record(socket);
    }
  }

  private static byte[] clientHello(int version, int suite) {
    var hello = ByteBuffer.allocate(41).putShort((short) version).put(new byte[33]);
    hello.putShort((short) 2).putShort((short) suite).put((byte) 1).put((byte) 0);
    var size = hello.position();
    return ByteBuffer.allocate(9 + size)
        .put((byte) 22)
        .putShort((short) TLS_1_0)
        .putShort((short) (4 + size))
        .putInt(1 << 24 | size)
        .put(hello.array(), 0, size)
        .array();
  }

  private static byte[] record(Socket socket) throws IOException {
    var header = socket.getInputStream().readNBytes(5);
    assertThat(header).hasSize(5);
    var body = socket.getInputStream().readNBytes(ByteBuffer.wrap(header).getShort(3));
    return ByteBuffer.allocate(5 + body.length).put(header).put(body).array();
  }

  private static String chosen(byte[] record) {
    assertThat(record[0]).isEqualTo((byte) 22);
    var in = ByteBuffer.wrap(record);
    return "%04x %04x".formatted(in.getShort(9), in.getShort(44));
  }

  private static int hex(String text) {
    return Integer.parseInt(text, 16);
  }
}
