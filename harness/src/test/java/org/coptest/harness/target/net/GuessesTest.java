package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.declaration.LockScope;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.net.Dut;
import org.coptest.spi.net.Endpoint;
import org.junit.jupiter.api.Test;

class GuessesTest {

  @Test
  void grantsNoneToAProbeThatWasNotAuthorised() throws Exception {
    try (var bench = TestBench.at(TestBench.loopback("127.0.0.1"))) {
      assertThat(bench.probing().awaitGuess("AuthMech-1", "admin")).isFalse();
    }
  }

  @Test
  void grantsAFewForEachSurfaceAndNotOneMore() throws Exception {
    try (var bench = TestBench.at(TestBench.loopback("127.0.0.1"))) {
      var dut = bench.probing();
      dut.allowGuesses();

      assertThat(granted(dut, "AuthMech-1")).isEqualTo(Dut.MOST_GUESSES);
      assertThat(granted(dut, "AuthMech-2")).isEqualTo(Dut.MOST_GUESSES);
      dut.endProbe();
      bench.probing().allowGuesses();
      assertThat(granted(dut, "AuthMech-1")).isZero();
    }
  }

  @Test
  void isNotPacedOnceItGuesses() throws Exception {
    var slow = TestBench.settings(Pace.GENTLE, TestBench.loopback("127.0.0.1"));
    try (var bench = TestBench.with(slow)) {
      var dut = bench.probing();
      dut.allowGuesses();
      assertThat(dut.awaitGuess("AuthMech-1", "admin")).isTrue();

      var begun = System.nanoTime();
      for (int i = 0; i < 50; i++) {
        dut.awaitHttp();
        dut.awaitHello();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void whatWasGuessedKeepsLaterLoginsAway() throws Exception {
    var time = new FakeTime();
    var window =
        new LockWindow(
            "AuthMech-1",
            Optional.empty(),
            Optional.of(LockScope.ACCOUNT),
            3,
            Optional.of(Duration.ofSeconds(360)));
    var budget = new LoginBudget(List.of(window), PaceTable.NO_LIMIT, time);
    for (int i = 0; i < 10; i++) {
      budget.note("AuthMech-1", "admin");
    }
    var hour = Deadline.after("probe", Duration.ofHours(1), time);

    assertThat(budget.await("AuthMech-1", "admin", hour)).isTrue();
    assertThat(time.passed()).isEqualTo(Duration.ofSeconds(360));
  }

  @Test
  void reachesADeviceOnLoopbackFromASecondAddress() throws Exception {
    var seen = Collections.synchronizedList(new ArrayList<InetAddress>());
    try (var server = new ServerSocket(0, 8, TestBench.loopback("127.0.0.1"));
        var bench = TestBench.at(TestBench.loopback("127.0.0.1"))) {
      var dut = bench.probing();
      var endpoint = Endpoint.tcp(TestBench.loopback("127.0.0.1"), server.getLocalPort());
      try (var usual = dut.open(endpoint);
          var first = server.accept()) {
        seen.add(first.getInetAddress());
        assertThat(usual).isNotNull();
      }
      try (var other = dut.fromElsewhere().orElseThrow().open(endpoint);
          var second = server.accept()) {
        seen.add(second.getInetAddress());
        assertThat(other).isNotNull();
      }
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(2);
  }

  private static int granted(Dut dut, String surface) throws InterruptedException {
    int granted = 0;
    for (int i = 0; i < 300; i++) {
      granted += dut.awaitGuess(surface, "admin") ? 1 : 0;
    }
    return granted;
  }
}
