package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.net.ConnectResult;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Received;
import org.coptest.spi.net.Transport;
import org.coptest.spi.verdict.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveDutConnectTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void opensAnOpenPort() throws Exception {
    try (var server = new LoopServer("127.31.0.1", socket -> socket.getOutputStream().write('x'));
        var bench = TestBench.at(server.address())) {
      var result = bench.probing().connect(server.endpoint());

      assertThat(result).isInstanceOf(ConnectResult.Open.class);
      assertThat(((ConnectResult.Open) result).channel().receive(SECOND))
          .isInstanceOf(Received.Data.class);
      assertThat(bench.dut.lastSignOfLife()).isPresent();
    }
  }

  @Test
  void opensAnIpv6Port() throws Exception {
    try (var server = new LoopServer("::1", socket -> socket.getOutputStream().write('6'));
        var bench = TestBench.at(server.address())) {
      try (var channel = bench.probing().open(server.endpoint())) {
        assertThat(channel.receive(SECOND)).isInstanceOf(Received.Data.class);
      }
    }
  }

  @Test
  void callsAClosedPortRefusedAndTheDeviceAlive() throws Exception {
    var address = InetAddress.getByName("127.31.0.2");
    try (var bench = TestBench.at(address)) {
      assertThat(bench.probing().connect(Endpoint.tcp(address, 1)))
          .isEqualTo(new ConnectResult.Refused());
      assertThat(bench.dut.lastSignOfLife()).isPresent();
    }
  }

  @Test
  void callsADroppedSynSilentAndNoSignOfLife() throws Exception {
    try (var silent = new SilentPort("127.31.0.3");
        var bench = TestBench.with(quick(), silent.endpoint().address())) {
      assertThat(bench.probing().connect(silent.endpoint())).isEqualTo(new ConnectResult.Silent());
      assertThat(bench.dut.lastSignOfLife()).isEmpty();
    }
  }

  @Test
  void saysThatTheTimeIsUpAndNotThatTheDeviceWasSilent() throws Exception {
    try (var silent = new SilentPort("127.31.0.4");
        var bench = TestBench.at(silent.endpoint().address())) {
      var dut = bench.probing(Duration.ofMillis(200));

      assertThatExceptionOfType(ProbeException.class)
          .isThrownBy(() -> dut.connect(silent.endpoint()))
          .matches(failure -> failure.reasonCode() == Cause.BUDGET_EXHAUSTED);
    }
  }

  @Test
  void refusesWhatIsNotDeclaredBeforeASocketExists() throws Exception {
    try (var server = new LoopServer("127.31.0.5", socket -> {});
        var bench = TestBench.at(InetAddress.getByName("127.31.0.6"))) {
      var dut = bench.probing();

      assertThatExceptionOfType(OutOfScopeException.class)
          .isThrownBy(() -> dut.connect(server.endpoint()));
      assertThatExceptionOfType(OutOfScopeException.class)
          .isThrownBy(() -> dut.relay(server.endpoint()));
      assertThatExceptionOfType(OutOfScopeException.class)
          .isThrownBy(() ->
              dut.ask(new Endpoint(server.address(), Transport.UDP, 53), new byte[1], SECOND));
      assertThat(server.ends).isEmpty();
      assertThat(bench.record.notes).hasSize(3).allMatch(note -> note.contains("127.31.0.5"));
    }
  }

  @Test
  void notesOnlyTheFirstRefusals() throws Exception {
    var other = Endpoint.tcp(InetAddress.getByName("127.31.0.8"), 80);
    try (var bench = TestBench.at(InetAddress.getByName("127.31.0.7"))) {
      for (int i = 0; i < 50; i++) {
        assertThatExceptionOfType(OutOfScopeException.class)
            .isThrownBy(() -> bench.dut.connect(other));
      }
      assertThat(bench.record.notes).hasSize(10);
    }
  }

  @Test
  void neverTakesAConnectionToItselfForAnOpenPort() throws Exception {
    try (var socket = SocketChannel.open()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
      socket.connect(socket.getLocalAddress());

      assertThat(socket.isConnected()).isTrue();
      assertThat(SocketKind.metItself(socket)).isTrue();
    }
  }

  @Test
  void endsAtOnceWhenInterruptedWhileConnecting() throws Exception {
    try (var silent = new SilentPort("127.31.0.9");
        var bench = TestBench.at(silent.endpoint().address())) {
      var dut = bench.probing();
      var endpoint = silent.endpoint();

      Interrupting.endsAtOnce(() -> dut.connect(endpoint));
    }
  }

  @Test
  void endsAtOnceWhenInterruptedWhileWaitingForASlot() throws Exception {
    var settings = TestBench.settings(Pace.GENTLE, InetAddress.getByName("127.31.0.10"));
    try (var bench = TestBench.with(settings)) {
      var dut = bench.probing();
      dut.awaitHello();
      dut.awaitHttp();
      dut.awaitLogin("web", "admin");

      Interrupting.endsAtOnce(dut::awaitHello);
      Interrupting.endsAtOnce(dut::awaitHttp);
      Interrupting.endsAtOnce(() -> dut.awaitLogin("web", "admin"));
    }
  }

  @Test
  void closesWhatAProbeLeftOpenAndReturnsItsEvidence() throws Exception {
    try (var server = new LoopServer("127.31.0.11", socket -> socket.getInputStream().read());
        var bench = TestBench.at(server.address())) {
      var dut = bench.probing();
      var channel = dut.open(server.endpoint());
      channel.send(new byte[] {'a'});
      var artefact = dut.evidenceLog((what, done, total) -> {}).text("facts", "pw declared-pw");
      var evidence = dut.endProbe();

      assertThat(server.ends.poll(5, TimeUnit.SECONDS)).isEqualTo("done");
      assertThat(evidence).hasSize(2).contains(artefact);
      assertThat(bench.record.text(artefact)).startsWith("pw [secret len=11");
      assertThat(List.of(bench.record.title(evidence.getLast())))
          .allMatch(title -> title.startsWith("tcp 127.31.0.11:"));
      assertThat(bench.probing().endProbe()).isEmpty();
    }
  }

  private static Limits quick() {
    return new Limits(
        Duration.ofMillis(300), SECOND, SECOND, Long.MAX_VALUE, SECOND, 0, Integer.MAX_VALUE);
  }
}
