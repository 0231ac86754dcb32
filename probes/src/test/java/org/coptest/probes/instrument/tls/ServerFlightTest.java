package org.coptest.probes.instrument.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.coptest.probes.testing.ScriptedTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ServerFlightTest {
  private static HelloAnswer read(String hex) {
    return ServerFlight.read(HexFormat.of().parseHex(hex)).orElseThrow();
  }

  private static HelloAnswer.Chosen chosen(byte[] bytes) {
    return (HelloAnswer.Chosen) ServerFlight.read(bytes).orElseThrow();
  }

  @Test
  void readsTheChosenVersionAndSuite() {
    var chosen = chosen(ScriptedTls.serverHello(0x0301, 0x0005));
    assertThat(chosen).isEqualTo(new HelloAnswer.Chosen(0x0301, 0x0005, false, 0));
  }

  @Test
  void takesTheVersionOfTls13FromTheExtension() {
    assertThat(chosen(ScriptedTls.serverHello(0x0304, 0x1301)).version()).isEqualTo(0x0304);
  }

  @Test
  void recognisesAHelloRetryRequest() {
    var retry = chosen(ScriptedTls.retryRequest(0x1302));
    assertThat(retry.retry()).isTrue();
    assertThat(retry.suite()).isEqualTo(0x1302);
  }

  @Test
  void readsAnAlertInARecordOfAnOddVersion() {
    assertThat(read("15000000020228")).isEqualTo(new HelloAnswer.Alert(2, 40));
    assertThat(read("15034400020246")).isEqualTo(new HelloAnswer.Alert(2, 70));
  }

  @Test
  void readsOnAfterAWarning() {
    var hello = HexFormat.of().formatHex(ScriptedTls.serverHello(0x0303, 0xc02f));
    assertThat(read("15030300020170" + hello)).isInstanceOf(HelloAnswer.Chosen.class);
    assertThat(ServerFlight.read(HexFormat.of().parseHex("15030300020170"))).isEmpty();
  }

  @Test
  void joinsAServerHelloFromSeveralRecords() {
    var whole = ScriptedTls.serverHello(0x0303, 0xc02f);
    var message = HexFormat.of().formatHex(Arrays.copyOfRange(whole, 5, whole.length));
    var split = new StringBuilder();
    for (int i = 0; i < message.length(); i += 20) {
      var part = message.substring(i, Math.min(i + 20, message.length()));
      split.append("160303%04x%s".formatted(part.length() / 2, part));
    }
    assertThat(read(split.toString())).isEqualTo(new HelloAnswer.Chosen(0x0303, 0xc02f, false, 0));
  }

  @Test
  void asksForMoreUntilTheHelloIsWhole() {
    var whole = ScriptedTls.serverHello(0x0303, 0xc02f);
    for (int length = 0; length < whole.length; length++) {
      assertThat(ServerFlight.read(Arrays.copyOf(whole, length))).isEmpty();
    }
  }

  @Test
  void readsAnSsl2ServerHello() {
    assertThat(read("800b0400010002000000000000"))
        .isEqualTo(new HelloAnswer.Chosen(0x0002, 0, false, 0));
  }

  @Test
  void namesTheOffsetWhereItIsNoTls() {
    var plain = (HelloAnswer.NotTls) read(HexFormat.of().formatHex("HTTP/1.1 400".getBytes()));
    assertThat(plain.offset()).isZero();
    assertThat(plain.bytes()).isEqualTo("HTTP/1.1 400");
    var session = ScriptedTls.serverHello(0x0303, 0xc02f);
    session[43] = 33;
    var odd = (HelloAnswer.NotTls) ServerFlight.read(session).orElseThrow();
    assertThat(odd.offset()).isEqualTo(43);
    assertThat(odd.problem()).contains("session id");
  }

  @Test
  void refusesRecordsThatClaimTooMuch() {
    assertThat(read("160303ffff02")).isInstanceOf(HelloAnswer.NotTls.class);
    assertThat(read("1603030000")).isInstanceOf(HelloAnswer.NotTls.class);
    assertThat(read("1603030004" + "02ffffff")).isInstanceOf(HelloAnswer.NotTls.class);
  }

  @Test
  @Timeout(20)
  void survivesMutatedFlights() {
    var random = new Random(103_701);
    var seeds =
        new byte[][] {
          ScriptedTls.serverHello(0x0303, 0xc02f),
          ScriptedTls.serverHello(0x0304, 0x1301),
          ScriptedTls.retryRequest(0x1301),
          ScriptedTls.alert(40),
          HexFormat.of().parseHex("800b0400010002000000000000")
        };
    int typed = 0;
    long started = System.nanoTime();
    for (int i = 0; i < 20_000; i++) {
      var bytes = mutated(seeds[i % seeds.length].clone(), random);
      typed += ServerFlight.read(bytes).isPresent() ? 1 : 0;
    }
    assertThat(typed).isBetween(5_000, 20_000);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(15));
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    for (int flips = random.nextInt(4); flips >= 0; flips--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return Arrays.copyOf(bytes, random.nextInt(bytes.length + 20));
  }
}
