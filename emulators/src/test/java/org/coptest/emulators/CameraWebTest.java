package org.coptest.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import javax.net.ssl.SSLHandshakeException;
import org.coptest.spi.emulation.EmulatedDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraWebTest {

  @Test
  void showsItsPagesToTheOwnerOnly() throws IOException {
    try (var camera = Devices.start("camera/conforming")) {
      var owner = Web.basic("owner", camera.secret("owner-password"));
      assertThat(https(camera, "/", owner)).startsWith("HTTP/1.1 200 OK\r\n").contains("Live view");
      assertThat(https(camera, "/api/settings", owner)).contains("nightVision");
      assertThat(https(camera, "/"))
          .startsWith("HTTP/1.1 401 ")
          .contains("WWW-Authenticate: Basic realm=\"CAM-1\"");
      assertThat(https(camera, "/", Web.basic("admin", "admin"))).startsWith("HTTP/1.1 401 ");
      assertThat(https(camera, "/other")).startsWith("HTTP/1.1 404 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"default-http", "default-plain-http"})
  void takesTheDefaultAndTheOwnersPassword(String make) throws IOException {
    try (var camera = Devices.start("camera/" + make)) {
      var owner = Web.basic("owner", camera.secret("owner-password"));
      assertThat(main(camera, make, Web.basic("admin", "admin"))).startsWith("HTTP/1.1 200 ");
      assertThat(main(camera, make, owner)).startsWith("HTTP/1.1 200 ");
      assertThat(main(camera, make, Web.basic("admin", "other"))).startsWith("HTTP/1.1 401 ");
    }
  }

  private static String main(EmulatedDevice camera, String make, String header) throws IOException {
    return make.equals("default-http") ? https(camera, "/", header) : http(camera, "/", header);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void speaksCurrentTlsWithForwardSecrecy(String version) throws IOException {
    try (var camera = Devices.start("camera/conforming");
        var socket = Web.secure(camera, "https")) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
      assertThat(socket.getSession().getCipherSuite()).matches("TLS_(AES|CHACHA|ECDHE).*");
    }
  }

  @Test
  void speaksNothingOlderThanTheNewestTlsWhereSoMade() throws IOException {
    try (var camera = Devices.start("tricky/tls-13-only");
        var socket = Web.secure(camera, "https")) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void keepsDiagnosticsClosed() throws IOException {
    try (var camera = Devices.start("camera/conforming")) {
      assertThatThrownBy(() -> Devices.connect(camera, "diagnostics").close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void opensDiagnosticsWhereSoMade() throws IOException {
    try (var camera = Devices.start("camera/disabled-but-open");
        var socket = Devices.connect(camera, "diagnostics")) {
      assertThat(Web.get(socket, "/")).startsWith("HTTP/1.1 404 ");
    }
  }

  @Test
  void opensAnExtraPortWhereSoMade() throws IOException {
    try (var camera = Devices.start("camera/undeclared-port");
        var socket = Devices.connect(camera, "extra")) {
      assertThat(Web.get(socket, "/")).startsWith("HTTP/1.1 404 ").doesNotContain("WWW-Auth");
    }
  }

  @Test
  void answersMalformedRequestsAndUnknownMethods() throws IOException {
    try (var camera = Devices.start("camera/http-conforming")) {
      assertThat(http(camera, "/ x")).startsWith("HTTP/1.1 400 ");
      try (var socket = Devices.connect(camera, "http")) {
        assertThat(Web.request(socket, "DELETE / HTTP/1.1")).startsWith("HTTP/1.1 405 ");
      }
      try (var socket = Devices.connect(camera, "http")) {
        var line = "GET /" + "a".repeat(9_000) + " HTTP/1.1";
        assertThat(Web.request(socket, line)).startsWith("HTTP/1.1 400 ");
      }
    }
  }

  @Test
  void showsTheSamePageToEveryone() throws IOException {
    try (var device = Devices.start("yes-to-everything/web-200")) {
      var page = https(device, "/");
      assertThat(page).startsWith("HTTP/1.1 200 ");
      assertThat(https(device, "/x/y", Web.basic("a", "b"))).isEqualTo(page);
    }
  }

  @Test
  void asksForALoginOnEveryUnknownPath() throws IOException {
    try (var device = Devices.start("tricky/random-401")) {
      var owner = Web.basic("owner", device.secret("owner-password"));
      assertThat(https(device, "/")).startsWith("HTTP/1.1 200 ");
      assertThat(https(device, "/api/settings")).startsWith("HTTP/1.1 401 ").contains("\"CAM-1\"");
      assertThat(https(device, "/api/settings", owner)).startsWith("HTTP/1.1 200 ");
      assertThat(https(device, "/x", owner)).startsWith("HTTP/1.1 401 ").contains("\"error\"");
    }
  }

  private static String https(EmulatedDevice device, String path, String... headers)
      throws IOException {
    try (var socket = Web.secure(device, "https")) {
      return Web.get(socket, path, headers);
    }
  }

  private static String http(EmulatedDevice device, String path, String... headers)
      throws IOException {
    try (var socket = Devices.connect(device, "http")) {
      return Web.get(socket, path, headers);
    }
  }
}
