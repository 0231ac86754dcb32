package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.net.PortRange;
import org.coptest.spi.net.PortSet;
import org.coptest.spi.net.Sweep;
import org.coptest.spi.verdict.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortSweeperTest {

  @Test
  void findsEveryOpenPortOfAllAndNoOther() throws Exception {
    var address = InetAddress.getByName("127.0.0.1");
    var servers = listening(address, 20);
    try (var bench = TestBench.at(address)) {
      var dut = bench.probing();
      var mine = new TreeSet<Integer>();
      servers.forEach(server -> mine.add(server.getLocalPort()));

      // Other programs on this machine may open and close a port while we look: then once more.
      boolean exact = false;
      for (int i = 0; i < 3 && !exact; i++) {
        var sweep = dut.sweep(address, PortSet.all(), (done, total) -> {});
        assertThat(sweep.open().ports().boxed()).containsAll(mine);
        assertThat(accounted(sweep)).isEqualTo(PortSet.all());
        exact = sweep.open().minus(PortSet.of(mine)).ports().allMatch(p -> isListening(address, p));
      }
      assertThat(exact).isTrue();
      assertThat(dut.lastSignOfLife()).isPresent();
    } finally {
      close(servers);
    }
  }

  @Test
  void saysSilentWhereNothingCameBack() throws Exception {
    try (var silent = new SilentPort("127.33.0.2");
        var bench = TestBench.with(quick(), silent.endpoint().address())) {
      int port = silent.endpoint().port();
      var asked = new PortSet(List.of(new PortRange(port - 20, port + 20)));
      var sweep = bench.probing().sweep(silent.endpoint().address(), asked, (done, total) -> {});

      assertThat(sweep.silent()).isEqualTo(PortSet.of(List.of(port)));
      assertThat(accounted(sweep)).isEqualTo(asked);
    }
  }

  @Test
  void findsAPortThatWasOnlyBusyAtFirst() throws Exception {
    var silent = new SilentPort("127.33.0.3");
    try (var bench = TestBench.at(silent.endpoint().address())) {
      var endpoint = silent.endpoint();
      var server = new ServerSocket();
      var sweep =
          bench
              .probing()
              .sweep(
                  endpoint.address(),
                  PortSet.of(List.of(endpoint.port())),
                  (done, total) -> relieve(silent, server, endpoint.port(), done));

      assertThat(sweep.open()).isEqualTo(PortSet.of(List.of(endpoint.port())));
      server.close();
    }
  }

  @Test
  void closesOpenPortsWithoutReset() throws Exception {
    try (var server = new LoopServer("127.33.0.4", PortSweeperTest::bannerThenWait);
        var bench = TestBench.at(server.address())) {
      var asked = PortSet.of(List.of(server.endpoint().port()));
      var sweep = bench.probing().sweep(server.address(), asked, (done, total) -> {});

      assertThat(sweep.open()).isEqualTo(asked);
      assertThat(server.ends.poll(5, TimeUnit.SECONDS)).isEqualTo("done");
    }
  }

  @Test
  void sweepsIpv6() throws Exception {
    try (var server = new LoopServer("::1", PortSweeperTest::bannerThenWait);
        var bench = TestBench.at(server.address())) {
      int port = server.endpoint().port();
      var sweep =
          bench
              .probing()
              .sweep(server.address(), PortSet.of(List.of(1, port)), (done, total) -> {});

      assertThat(sweep)
          .isEqualTo(
              new Sweep(
                  PortSet.of(List.of(port)),
                  PortSet.of(List.of(1)),
                  PortSet.none(),
                  PortSet.none()));
    }
  }

  @Test
  void keepsToTheRateOfThePace() throws Exception {
    var address = InetAddress.getByName("127.33.0.5");
    try (var bench = TestBench.with(TestBench.settings(Pace.NORMAL, address))) {
      var begin = System.nanoTime();
      var asked = new PortSet(List.of(new PortRange(1, 50)));
      var sweep = bench.probing().sweep(address, asked, (done, total) -> {});

      assertThat(accounted(sweep)).isEqualTo(asked);
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Duration.ofMillis(480), Duration.ofSeconds(5));
    }
  }

  @Test
  void stopsWhenTheTimeIsUp() throws Exception {
    var address = InetAddress.getByName("127.33.0.6");
    try (var bench = TestBench.with(TestBench.settings(Pace.GENTLE, address))) {
      var dut = bench.probing(Duration.ofMillis(200));

      assertThatExceptionOfType(ProbeException.class)
          .isThrownBy(() -> dut.sweep(address, PortSet.all(), (done, total) -> {}))
          .matches(failure -> failure.reasonCode() == Cause.BUDGET_EXHAUSTED);
    }
  }

  @Test
  void refusesAnAddressThatIsNotDeclared() throws Exception {
    try (var bench = TestBench.at(InetAddress.getByName("127.33.0.7"))) {
      var other = InetAddress.getByName("127.33.0.8");

      assertThatExceptionOfType(OutOfScopeException.class)
          .isThrownBy(() -> bench.dut.sweep(other, PortSet.all(), (done, total) -> {}));
    }
  }

  @Test
  void endsAtOnceWhenInterrupted() throws Exception {
    var address = InetAddress.getByName("127.33.0.9");
    try (var bench = TestBench.with(TestBench.settings(Pace.GENTLE, address))) {
      var dut = bench.probing();

      Interrupting.endsAtOnce(() -> dut.sweep(address, PortSet.all(), (done, total) -> {}));
    }
  }

  private static void relieve(SilentPort silent, ServerSocket server, int port, int done) {
    try {
      if (done == 1 && !server.isBound()) {
        silent.close();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress("127.33.0.3", port));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static PortSet accounted(Sweep sweep) {
    return sweep.open().or(sweep.refused()).or(sweep.silent()).or(sweep.unreachable());
  }

  private static List<ServerSocket> listening(InetAddress address, int count) throws IOException {
    var servers = new ArrayList<ServerSocket>();
    for (int i = 0; i < count; i++) {
      servers.add(new ServerSocket(0, 50, address));
    }
    return servers;
  }

  private static boolean isListening(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1_000);
      return socket.getLocalPort() != port;
    } catch (IOException refused) {
      return false;
    }
  }

  private static void bannerThenWait(Socket socket) throws IOException {
    socket.getOutputStream().write("SSH-2.0-camera\r\n".getBytes(StandardCharsets.UTF_8));
    socket.getInputStream().readAllBytes();
  }

  private static void close(List<ServerSocket> servers) throws IOException {
    for (var server : servers) {
      server.close();
    }
  }

  private static Limits quick() {
    var second = Duration.ofSeconds(1);
    return new Limits(
        Duration.ofMillis(100), second, second, Long.MAX_VALUE, second, 0, Integer.MAX_VALUE);
  }
}
