package org.coptest.harness.target.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.net.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveChannelTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SHORT = Duration.ofMillis(100);

  @Test
  void carriesBytesBothWaysAndWritesThemDown() throws Exception {
    try (var server = new LoopServer("127.32.0.1", DeviceParts::echo);
        var bench = TestBench.at(server.address())) {
      var channel = bench.probing().open(server.endpoint());
      channel.send("ping".getBytes(UTF_8));

      assertThat(received(channel)).isEqualTo("ping");
      var text = bench.record.text(channel.transcript());
      assertThat(text).contains("127.32.0.1:", "of probe topic.name", "sent 4 bytes", "  ping\n");
    }
  }

  @Test
  void callsNothingSilent() throws Exception {
    try (var server = new LoopServer("127.32.0.2", DeviceParts::blackHole);
        var bench = TestBench.at(server.address())) {
      var channel = bench.probing().open(server.endpoint());

      assertThat(channel.receive(SHORT)).isEqualTo(new Received.Silent());
      assertThat(channel.receive(Duration.ZERO)).isEqualTo(new Received.Silent());
    }
  }

  @Test
  void tellsAnOrderlyEndFromAReset() throws Exception {
    try (var closing = new LoopServer("127.32.0.3", socket -> {});
        var resetting = new LoopServer("127.32.0.3", LoopServer::reset);
        var bench = TestBench.at(closing.address())) {
      var dut = bench.probing();

      assertThat(dut.open(closing.endpoint()).receive(SECOND)).isEqualTo(new Received.Closed());
      assertThat(dut.open(resetting.endpoint()).receive(SECOND)).isEqualTo(new Received.Reset());
    }
  }

  @Test
  void takesAResetBeforeTheFirstLookForAnOpenPort() throws Exception {
    try (var bench = TestBench.at(InetAddress.getByName("127.32.0.3"))) {
      var session =
          new ProbeSession(
              "topic.name", bench.run, TestBench.settings(Pace.FAST), TestBench.SALT, bench.record);
      var terms = new ChannelTerms(Limits.standard(), BenchTime.system(), () -> {}, words -> {});
      var endpoint = Endpoint.tcp(bench.dut.addresses().getFirst(), 80);
      var channel = new LiveChannel(endpoint, null, session, terms);
      channel.send(new byte[1]);

      assertThat(channel.receive(SECOND)).isEqualTo(new Received.Reset());
      channel.close();
    }
  }

  @Test
  void deliversWhatCameBeforeAReset() throws Exception {
    try (var server = new LoopServer("127.32.0.4", DeviceParts::resetAfterAnswer);
        var bench = TestBench.at(server.address())) {
      var channel = bench.probing().open(server.endpoint());

      assertThat(received(channel)).isEqualTo("hello");
      channel.send(new byte[] {'!'});
      assertThat(channel.receive(SECOND)).isEqualTo(new Received.Reset());
    }
  }

  @Test
  void showsAResetWhileSendingOnTheNextReceive() throws Exception {
    try (var server = new LoopServer("127.32.0.5", LoopServer::reset);
        var bench = TestBench.at(server.address())) {
      var channel = bench.probing().open(server.endpoint());
      assertThat(server.ends.poll(5, TimeUnit.SECONDS)).isNotNull();
      channel.send(new byte[10]);
      channel.send(new byte[10]);

      assertThat(channel.receive(SECOND)).isEqualTo(new Received.Reset());
    }
  }

  @Test
  void stillSendsAfterTheDeviceClosedItsSide() throws Exception {
    try (var server = new LoopServer("127.32.0.6", DeviceParts::halfClose);
        var bench = TestBench.at(server.address())) {
      var channel = bench.probing().open(server.endpoint());
      assertThat(channel.receive(SECOND)).isEqualTo(new Received.Closed());
      channel.send(new byte[] {'x'});

      assertThat(server.ends.poll(5, TimeUnit.SECONDS)).isEqualTo("done");
    }
  }

  @Test
  void closesWithoutReset() throws Exception {
    try (var server = new LoopServer("127.32.0.7", DeviceParts::bannerThenWait);
        var bench = TestBench.at(server.address())) {
      bench.probing().open(server.endpoint()).close();

      assertThat(server.ends.poll(5, TimeUnit.SECONDS)).isEqualTo("done");
    }
  }

  @Test
  void keepsSecretsOutOfTheTranscript() throws Exception {
    try (var server = new LoopServer("127.32.0.16", DeviceParts::echo);
        var bench = TestBench.at(server.address())) {
      var channel = bench.probing().open(server.endpoint());
      channel.redact("hunter22");
      var login = Base64.getEncoder().encodeToString("admin:hunter22".getBytes(UTF_8));
      channel.send(("Basic " + login + " hunter22 declared-pw\n").getBytes(UTF_8));
      received(channel);
      var text = bench.record.text(channel.transcript());

      assertThat(text.split("secret len=8 charset=ad", -1)).hasSize(5);
      assertThat(text.split("secret len=11", -1)).hasSize(3);
      assertThat(text).doesNotContain("68 75 6e 74", "hunter", "64 65 63 6c", login);
    }
  }

  @Test
  void storesWhatCameAfterTheTranscriptWasTaken() throws Exception {
    try (var server = new LoopServer("127.32.0.17", DeviceParts::echo);
        var bench = TestBench.at(server.address())) {
      var dut = bench.probing();
      var channel = dut.open(server.endpoint());
      var first = channel.transcript();
      assertThat(channel.transcript()).isEqualTo(first);
      channel.send("late".getBytes(UTF_8));
      channel.close();
      var evidence = dut.endProbe();

      assertThat(evidence).hasSize(2).startsWith(first);
      assertThat(bench.record.text(evidence.getLast())).contains("late", "closed by the harness");
      assertThat(bench.record.title(evidence.getLast())).endsWith(", continued");
    }
  }

  @Test
  void refusesToBeUsedAfterClose() throws Exception {
    try (var server = new LoopServer("127.32.0.18", DeviceParts::echo);
        var bench = TestBench.at(server.address())) {
      var channel = bench.probing().open(server.endpoint());
      channel.close();
      channel.close();

      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> channel.receive(SECOND));
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> channel.send(new byte[1]));
    }
  }

  private static String received(Channel channel) throws ProbeException, InterruptedException {
    return channel.receive(SECOND) instanceof Received.Data data
        ? new String(data.bytes(), UTF_8)
        : "";
  }
}
