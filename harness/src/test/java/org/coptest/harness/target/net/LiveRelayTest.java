package org.coptest.harness.target.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveRelayTest {

  @Test
  void carriesBytesBothWaysAndEndsInOrder() throws Exception {
    try (var server = new LoopServer("127.34.0.1", LiveRelayTest::echo);
        var bench = TestBench.at(server.address());
        var relay = bench.probing().relay(server.endpoint());
        var socket = connected(relay.door())) {
      socket.getOutputStream().write("through".getBytes(UTF_8));

      assertThat(socket.getInputStream().readNBytes(7)).asString(UTF_8).isEqualTo("through");
      socket.shutdownOutput();
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      assertThat(relay.received()).isEqualTo(7);
      assertThat(bench.record.text(relay.transcript())).contains("through", "sent in all: 7 bytes");
    }
  }

  @Test
  void opensOnLoopbackForOneConnectionOnly() throws Exception {
    try (var server = new LoopServer("127.34.0.2", LiveRelayTest::echo);
        var bench = TestBench.at(server.address());
        var relay = bench.probing().relay(server.endpoint());
        var socket = connected(relay.door())) {
      socket.getOutputStream().write(1);
      assertThat(socket.getInputStream().read()).isEqualTo(1);

      assertThat(relay.door().getAddress().getHostAddress()).isEqualTo("127.0.0.1");
      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> connected(relay.door()).getInputStream().read());
    }
  }

  @Test
  void opensNoDoorWhenTheDeviceRefuses() throws Exception {
    var address = InetAddress.getByName("127.34.0.3");
    try (var bench = TestBench.at(address)) {
      var dut = bench.probing();

      assertThatExceptionOfType(ProbeException.class)
          .isThrownBy(() -> dut.relay(Endpoint.tcp(address, 1)))
          .withMessageContaining("refused");
    }
  }

  @Test
  void passesAResetOnAsAReset() throws Exception {
    try (var server = new LoopServer("127.34.0.4", LiveRelayTest::resetOnFirstByte);
        var bench = TestBench.at(server.address());
        var relay = bench.probing().relay(server.endpoint());
        var socket = connected(relay.door())) {
      socket.getOutputStream().write(1);

      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> socket.getInputStream().read())
          .withMessageContaining("reset");
    }
  }

  @Test
  void cutsAFlood() throws Exception {
    try (var server = new LoopServer("127.34.0.5", LiveRelayTest::flood);
        var bench = TestBench.at(server.address());
        var relay = bench.probing().relay(server.endpoint());
        var socket = connected(relay.door())) {
      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> socket.getInputStream().readAllBytes());
      assertThat(relay.received()).isLessThan(2 << 20);
    }
  }

  @Test
  void shutsTheDoorWhenTheProbeEnds() throws Exception {
    try (var server = new LoopServer("127.34.0.6", LiveRelayTest::echo);
        var bench = TestBench.at(server.address())) {
      var dut = bench.probing();
      var relay = dut.relay(server.endpoint());
      dut.endProbe();

      await().until(() -> refuses(relay.door()));
    }
  }

  private static boolean refuses(InetSocketAddress door) {
    try (var socket = connected(door)) {
      return socket.isClosed();
    } catch (IOException refused) {
      return true;
    }
  }

  private static Socket connected(InetSocketAddress door) throws IOException {
    var socket = new Socket(door.getAddress(), door.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void echo(Socket socket) throws IOException {
    socket.getInputStream().transferTo(socket.getOutputStream());
  }

  private static void resetOnFirstByte(Socket socket) throws IOException {
    socket.getInputStream().read();
    LoopServer.reset(socket);
  }

  private static void flood(Socket socket) throws IOException {
    var block = new byte[65_536];
    for (long sent = 0; sent < 10_000_000_000L; sent += block.length) {
      socket.getOutputStream().write(block);
    }
  }
}
