package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.coptest.harness.target.net.identity.TlsServerKeys;
import org.coptest.spi.declaration.Pace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TlsServerKeysTest {
  private static ScriptedTls one;
  private static ScriptedTls another;

  @BeforeAll
  static void makeKeys() throws Exception {
    one = ScriptedTls.speaking("TLSv1.3", "TLSv1.2");
    another = ScriptedTls.speaking("TLSv1.2");
  }

  private static TestBench bench(LoopServer server, String... lines) throws Exception {
    var check = TlsServerKeys.of(Declared.at(server.address(), lines));
    var settings = TestBench.settings(Pace.UNLIMITED, server.address());
    return TestBench.with(settings.watching(List.of(check)));
  }

  private static TestBench declaring(LoopServer server) throws Exception {
    return bench(server, Declared.logIntf("https", server.endpoint().port()));
  }

  private static Optional<String> check(TestBench bench) throws Exception {
    bench.dut.awaitHttp();
    return bench.dut.identityChange();
  }

  @Test
  void readsTheKeyOfEachVersion() throws Exception {
    for (var device : List.of(one, another, one.askingForCertificates())) {
      try (var server = new LoopServer("127.39.0.1", device);
          var bench = declaring(server)) {
        assertThat(check(bench)).isEmpty();
        assertThat(bench.dut.identityMarks())
            .containsEntry("TLS key of " + server.endpoint().text(), device.print());
      }
    }
  }

  @Test
  void noticesAnotherKey() throws Exception {
    try (var server = new LoopServer("127.39.0.2", one);
        var bench = declaring(server)) {
      assertThat(check(bench)).isEmpty();
      server.play(another);
      assertThat(check(bench).orElseThrow()).contains(one.print(), another.print());
    }
  }

  @Test
  void machinesThatTakeTurnsAreNoMark() throws Exception {
    var turns = new Random(1).ints(0, 2).iterator();
    try (var server =
            new LoopServer(
                "127.39.0.3", socket -> (turns.nextInt() == 0 ? one : another).play(socket));
        var bench = declaring(server)) {
      for (int i = 0; i < 6; i++) {
        assertThat(check(bench)).isEmpty();
      }
    }
  }

  @Test
  void comparesWithTheDeclarationInHexAndBase64() throws Exception {
    var right =
        HexFormat.ofDelimiter(":").withUpperCase().formatHex(HexFormat.of().parseHex(one.print()));
    var port = new int[1];
    try (var server = new LoopServer("127.39.0.4", one)) {
      port[0] = server.endpoint().port();
      try (var bench =
          bench(
              server,
              "identity: {tlsKey: \"%s\"}".formatted(right),
              Declared.logIntf("https", port[0]))) {
        assertThat(check(bench)).isEmpty();
      }
      try (var bench =
          bench(
              server,
              "identity: {tlsKey: \"%s\"}".formatted(another.print()),
              Declared.logIntf("https", port[0]))) {
        assertThat(check(bench).orElseThrow())
            .contains(one.print(), "identity.tlsKey (", "declares " + another.print());
      }
    }
  }

  @Test
  void aDeclaredKeyThatIsNotADigestIsNotCompared() throws Exception {
    try (var server = new LoopServer("127.39.0.5", one);
        var bench =
            bench(
                server,
                "identity: {tlsKey: MD5-of-something}",
                Declared.logIntf("https", server.endpoint().port()))) {
      assertThat(check(bench)).isEmpty();
    }
  }

  @Test
  void learnsFromAnyProbeThatAPortSpeaksTls() throws Exception {
    try (var server = new LoopServer("127.39.0.6", one);
        var bench = bench(server)) {
      assertThat(check(bench)).isEmpty();
      try (var channel = bench.dut.open(server.endpoint())) {
        channel.send("GET / HTTP/1.0\r\n\r\n".getBytes());
        channel.receive(Duration.ofSeconds(5));
      }
      assertThat(check(bench)).isEmpty();
      assertThat(bench.dut.identityMarks()).hasSize(1);
    }
  }

  @Test
  void doesNotAskAPlainPortForEver() throws Exception {
    var served = new AtomicInteger();
    LoopServer.Part closing =
        socket -> {
          served.incrementAndGet();
          socket.close();
        };
    try (var server = new LoopServer("127.39.0.7", closing);
        var bench = declaring(server)) {
      for (int i = 0; i < 5; i++) {
        assertThat(check(bench)).isEmpty();
      }
      assertThat(served).hasValue(2);
    }
  }

  @Test
  void leavesASilentPortWithinItsTime() throws Exception {
    try (var server = new LoopServer("127.39.0.8", DeviceParts::blackHole);
        var bench = declaring(server)) {
      long began = System.nanoTime();
      assertThat(check(bench)).isEmpty();

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void survivesWhateverIsSent() throws Exception {
    var random = new Random(39);
    var hello = HexFormat.of().parseHex("160303004a0200004603030000");
    try (var server = new LoopServer("127.39.0.9", one)) {
      for (int i = 0; i < 100; i++) {
        var noise = Arrays.copyOf(hello, 13 + random.nextInt(200));
        for (int at = 5 + random.nextInt(9); at < noise.length; at++) {
          noise[at] = (byte) random.nextInt();
        }
        server.play(socket -> {
          socket.getOutputStream().write(noise);
          socket.shutdownOutput();
          socket.getInputStream().readAllBytes();
        });
        try (var bench = declaring(server)) {
          assertThat(check(bench)).isEmpty();
          assertThat(bench.dut.identityMarks()).isEmpty();
        }
      }
    }
  }
}
