package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.coptest.spi.net.Datagram;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class UdpAskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @ParameterizedTest
  @ValueSource(strings = {"127.35.0.1", "::1"})
  void takesOneAnswer(String address) throws Exception {
    try (var device = socket(address);
        var bench = TestBench.at(device.getLocalAddress())) {
      Thread.ofPlatform().daemon().start(() -> answer(device, 3));
      var dut = bench.probing();
      var answer = dut.ask(endpoint(device), new byte[] {'a', 'b', 'c'}, PATIENCE);
      var evidence = dut.endProbe();

      assertThat(((Datagram.Answer) answer).bytes()).containsExactly('a', 'b', 'c');
      assertThat(bench.record.text(evidence.getFirst()))
          .contains("to udp ", "sent 3 bytes", "received 3 bytes", "  abc\n");
      assertThat(bench.dut.lastSignOfLife()).isPresent();
    }
  }

  @Test
  void takesAnEmptyDatagramForAnAnswer() throws Exception {
    try (var device = socket("127.35.0.2");
        var bench = TestBench.at(device.getLocalAddress())) {
      Thread.ofPlatform().daemon().start(() -> answer(device, 0));
      var answer = bench.probing().ask(endpoint(device), new byte[1], PATIENCE);

      assertThat(((Datagram.Answer) answer).bytes()).isEmpty();
    }
  }

  @Test
  void hearsThatThePortIsUnreachable() throws Exception {
    var address = InetAddress.getByName("127.35.0.3");
    try (var bench = TestBench.at(address)) {
      var answer =
          bench.probing().ask(new Endpoint(address, Transport.UDP, 9), new byte[1], PATIENCE);

      assertThat(answer).isEqualTo(new Datagram.Unreachable());
    }
  }

  @Test
  void callsNothingSilent() throws Exception {
    try (var device = socket("127.35.0.4");
        var bench = TestBench.at(device.getLocalAddress())) {
      var answer = bench.probing().ask(endpoint(device), new byte[1], Duration.ofMillis(100));

      assertThat(answer).isEqualTo(new Datagram.Silent());
      assertThat(bench.dut.lastSignOfLife()).isEmpty();
    }
  }

  @Test
  void endsAtOnceWhenInterrupted() throws Exception {
    try (var device = socket("127.35.0.5");
        var bench = TestBench.at(device.getLocalAddress())) {
      var dut = bench.probing();

      Interrupting.endsAtOnce(() -> dut.ask(endpoint(device), new byte[1], Duration.ofSeconds(15)));
    }
  }

  private static DatagramSocket socket(String address) throws IOException {
    return new DatagramSocket(new InetSocketAddress(InetAddress.getByName(address), 0));
  }

  private static Endpoint endpoint(DatagramSocket socket) {
    return new Endpoint(socket.getLocalAddress(), Transport.UDP, socket.getLocalPort());
  }

  private static void answer(DatagramSocket device, int length) {
    try {
      var packet = new DatagramPacket(new byte[100], 100);
      device.receive(packet);
      packet.setLength(length);
      device.send(packet);
    } catch (IOException closed) {
      device.close();
    }
  }
}
