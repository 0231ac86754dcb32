package org.coptest.harness.target.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coptest.spi.ProbeException;
import org.coptest.spi.net.Channel;
import org.coptest.spi.net.Received;
import org.coptest.spi.verdict.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveChannelLimitsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SHORT = Duration.ofMillis(100);

  @Test
  void endsAFloodSoon() throws Exception {
    try (var server = new LoopServer("127.32.0.8", DeviceParts::flood);
        var bench = TestBench.at(server.address())) {
      var channel = bench.probing().open(server.endpoint());

      assertExhausted(() -> readAll(channel), "flood");
      assertThat(((LiveChannel) channel).bytesReceived()).isBetween(1L << 20, (1L << 20) + 16_384);
      assertExhausted(() -> channel.receive(SECOND), "flood");
      assertThat(bench.record.text(channel.transcript()))
          .contains("cut by the harness, flood")
          .hasSizeLessThan(100_000);
    }
  }

  @Test
  void endsADripSoon() throws Exception {
    try (var server = new LoopServer("127.32.0.9", DeviceParts::drip);
        var bench = TestBench.with(limits(20, SHORT), server.address())) {
      var channel = bench.probing().open(server.endpoint());

      assertExhausted(() -> readAll(channel), "tarpit");
    }
  }

  @Test
  void lastsNoLongerThanTheExchange() throws Exception {
    try (var server = new LoopServer("127.32.0.10", DeviceParts::blackHole);
        var bench = TestBench.with(limits(300, SECOND), server.address())) {
      var channel = bench.probing().open(server.endpoint());

      assertExhausted(() -> channel.receive(Duration.ofSeconds(20)), "exchange");
    }
  }

  @Test
  void beginsANewExchangeWithEachSend() throws Exception {
    try (var server = new LoopServer("127.32.0.11", DeviceParts::blackHole);
        var bench = TestBench.with(limits(150, SECOND), server.address())) {
      var channel = bench.probing().open(server.endpoint());
      for (int i = 0; i < 3; i++) {
        channel.send(new byte[1]);
        assertThat(channel.receive(SHORT)).isEqualTo(new Received.Silent());
      }
    }
  }

  @Test
  void endsWithItsProbe() throws Exception {
    try (var server = new LoopServer("127.32.0.12", DeviceParts::blackHole);
        var bench = TestBench.at(server.address())) {
      var channel = bench.probing(Duration.ofMillis(200)).open(server.endpoint());

      assertExhausted(() -> channel.receive(Duration.ofSeconds(20)), "probe");
    }
  }

  @Test
  void stopsSendingToADeviceThatReadsNothing() throws Exception {
    try (var server = new LoopServer("127.32.0.13", DeviceParts::readsNothing);
        var bench = TestBench.with(limits(300, SECOND), server.address())) {
      var channel = bench.probing().open(server.endpoint());

      assertExhausted(() -> channel.send(new byte[64 << 20]), "");
    }
  }

  @Test
  void streamsEndSilenceWithATimeout() throws Exception {
    try (var server = new LoopServer("127.32.0.14", DeviceParts::echo);
        var bench = TestBench.with(limits(5_000, SECOND), server.address())) {
      var channel = bench.probing().open(server.endpoint());
      channel.output().write("abc".getBytes(UTF_8));

      assertThat(channel.input().readNBytes(3)).asString(UTF_8).isEqualTo("abc");
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> channel.input().read());
    }
  }

  @Test
  void streamsTellBudgetResetAndEndApart() throws Exception {
    try (var flooding = new LoopServer("127.32.0.15", DeviceParts::flood);
        var resetting = new LoopServer("127.32.0.15", LoopServer::reset);
        var closing = new LoopServer("127.32.0.15", socket -> {});
        var bench = TestBench.at(flooding.address())) {
      var dut = bench.probing();
      var flood = dut.open(flooding.endpoint()).input();
      var reset = dut.open(resetting.endpoint()).input();
      var closed = dut.open(closing.endpoint()).input();

      assertThatExceptionOfType(Channel.BudgetExhaustedException.class)
          .isThrownBy(() -> flood.readNBytes(2 << 20));
      assertThatExceptionOfType(SocketException.class).isThrownBy(reset::read);
      assertThat(closed.read()).isEqualTo(-1);
      closed.close();
      assertThatExceptionOfType(SocketException.class).isThrownBy(closed::read);
    }
  }

  @Test
  void endsAtOnceWhenInterrupted() throws Exception {
    try (var server = new LoopServer("127.32.0.19", DeviceParts::readsNothing);
        var bench = TestBench.at(server.address())) {
      var dut = bench.probing();
      var receiving = dut.open(server.endpoint());
      var sending = dut.open(server.endpoint());

      Interrupting.endsAtOnce(() -> receiving.receive(Duration.ofSeconds(20)));
      Interrupting.endsAtOnce(() -> sending.send(new byte[64 << 20]));
    }
  }

  private static void readAll(Channel channel) throws ProbeException, InterruptedException {
    while (channel.receive(SECOND) instanceof Received.Data) {
      // Until it is cut.
    }
  }

  private static void assertExhausted(ThrowingCallable call, String what) {
    assertThatExceptionOfType(ProbeException.class)
        .isThrownBy(call)
        .withMessageContaining(what)
        .matches(failure -> failure.reasonCode() == Cause.BUDGET_EXHAUSTED);
  }

  private static Limits limits(int millis, Duration idle) {
    return new Limits(
        SECOND,
        idle,
        Duration.ofMillis(millis < 100 ? 5_000 : millis),
        Long.MAX_VALUE,
        Duration.ofMillis(millis),
        1_000_000,
        Integer.MAX_VALUE);
  }
}
