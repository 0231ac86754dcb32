package org.coptest.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.coptest.spi.emulation.EmulatedDevice;
import org.junit.jupiter.api.Test;

class NuisanceTest {

  @Test
  void closedRefusesAtOnce() throws IOException {
    try (var device = Devices.start("silent/closed")) {
      assertThatThrownBy(() -> Devices.connect(device, "telnet").close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void muteTakesEverythingAndSaysNothing() throws IOException {
    try (var device = Devices.start("silent/mute");
        var socket = Devices.connect(device, "https")) {
      socket.getOutputStream().write(new byte[100_000]);
      socket.setSoTimeout(200);
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void dripGivesAByteASecond() throws IOException {
    try (var device = Devices.start("tarpit/drip");
        var socket = Devices.connect(device, "ssh")) {
      assertThat(socket.getInputStream().read()).isEqualTo('S');
      var begun = System.nanoTime();
      assertThat(socket.getInputStream().read()).isEqualTo('S');
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(800));
    }
  }

  @Test
  void floodGivesMoreThanAnyoneWants() throws IOException {
    try (var device = Devices.start("tarpit/flood");
        var socket = Devices.connect(device, "ssh")) {
      var begun = System.nanoTime();
      assertThat(socket.getInputStream().readNBytes(20_000_000)).hasSize(20_000_000);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void floodLeavesRoomForOthers() throws IOException {
    try (var device = Devices.start("tarpit/flood");
        var one = Devices.connect(device, "ssh");
        var two = Devices.connect(device, "ssh");
        var three = Devices.connect(device, "https");
        var four = Devices.connect(device, "https")) {
      for (var socket : new Socket[] {one, two, three, four}) {
        assertThat(socket.getInputStream().readNBytes(1_000_000)).hasSize(1_000_000);
      }
    }
  }

  @Test
  void resetAcceptsFirst() throws IOException {
    try (var device = Devices.start("tarpit/reset");
        var socket = Devices.connect(device, "https")) {
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void echoGivesBackWhatItGets() throws IOException {
    try (var device = Devices.start("tricky/echo");
        var socket = Devices.connect(device, "echo")) {
      socket.getOutputStream().write(new byte[] {22, 3, 1});
      assertThat(socket.getInputStream().readNBytes(3)).containsExactly(22, 3, 1);
    }
  }

  @Test
  void latePortOpensAfterTheFirstContactOnly() throws IOException {
    try (var device = Devices.start("tricky/late-port")) {
      assertThat(isOpen(device, "late")).isFalse();
      assertThat(isOpen(device, "https")).isTrue();
      assertThat(isOpen(device, "late")).isFalse();
      await().atMost(Duration.ofSeconds(8)).until(() -> isOpen(device, "late"));
    }
  }

  @Test
  void extraPortOfTheFlawedCameraSaysSomething() throws IOException {
    try (var device = Devices.start("camera/flawed");
        var socket = Devices.connect(device, "extra")) {
      assertThat(socket.getInputStream().readNBytes(3)).asString().isEqualTo("DVR");
    }
  }

  private static boolean accepts(int port) {
    try (var socket = new Socket(Devices.here(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOpen(EmulatedDevice device, String service) {
    return accepts(device.port(service));
  }
}
