package org.coptest.probes.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coptest.probes.attacksurface.ServiceRecords.service;
import static org.coptest.probes.attacksurface.ServiceRecords.services;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.coptest.probes.attacksurface.Services;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.instrument.tls.TlsVersion;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.LoopbackDut;
import org.coptest.probes.testing.ScriptedTls;
import org.coptest.probes.testing.TcpServer;
import org.coptest.probes.testing.TestBench;
import org.coptest.spi.declaration.Reach;
import org.coptest.spi.declaration.Target;
import org.junit.jupiter.api.Test;

final class TlsOffersTest {
  private static final int RC4 = 0x0005;
  private static final int GCM = 0xc02f;
  private static final int AES13 = 0x1301;
  private static final HelloTiming QUICK =
      new HelloTiming(
          Duration.ofMillis(250),
          List.of(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(5)));

  private final TlsOffers probe = new TlsOffers(QUICK);

  private List<TlsPort> observe(TcpServer server, Target target, Services services)
      throws Exception {
    var dut = LoopbackDut.with(server.port());
    return probe.observe(TestBench.of(dut, target, services), dut.evidence()).ports();
  }

  private TlsPort only(TcpServer server) throws Exception {
    var ports =
        observe(
            server,
            Declared.target(Declared.ixit()),
            services(service(server.port(), Protocol.TLS, true)));
    assertThat(ports).hasSize(1);
    return ports.get(0);
  }

  private static VersionOffer offer(TlsPort port, TlsVersion version) {
    return port.versions().stream()
        .filter(offer -> offer.version() == version)
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> suites(VersionOffer offer) {
    return offer.suites().stream().map(SuiteOffer::id).toList();
  }

  @Test
  void enumeratesACurrentServer() throws Exception {
    try (var server =
        ScriptedTls.accepting(Set.of(0x0303, 0x0304), Set.of(GCM, 0xc030, 0xcca8, AES13))) {
      var port = only(server);
      assertThat(port.accepted())
          .extracting(VersionOffer::version)
          .containsExactly(TlsVersion.TLS12, TlsVersion.TLS13);
      assertThat(suites(offer(port, TlsVersion.TLS12)))
          .containsExactlyInAnyOrder(GCM, 0xc030, 0xcca8);
      assertThat(suites(offer(port, TlsVersion.TLS13))).containsExactly(AES13);
      assertThat(port.versions()).allMatch(VersionOffer::complete);
      assertThat(port.controlsAnswered()).isPositive().isEqualTo(port.controlsAsked());
    }
  }

  @Test
  void seesTls10AndRc4Twice() throws Exception {
    try (var server = ScriptedTls.accepting(Set.of(0x0301, 0x0303), Set.of(RC4, GCM))) {
      var old = offer(only(server), TlsVersion.TLS10);
      assertThat(old.accepted()).isTrue();
      assertThat(old.sightings()).hasSize(2).doesNotHaveDuplicates();
      assertThat(old.suites())
          .filteredOn(suite -> suite.id() == RC4)
          .allSatisfy(suite -> assertThat(suite.sightings()).hasSize(2));
    }
  }

  @Test
  void findsAServerThatKnowsSsl3Only() throws Exception {
    // Such a server was not recognised: it hangs up on hellos with extensions.
    try (var server =
        ScriptedTls.answering((hello, turn) ->
            hello.version() == 0x0300
                ? ScriptedTls.choose(hello, v -> true, Set.of(RC4, 0x000a))
                : new byte[0])) {
      var unknown = services(service(server.port(), Protocol.UNKNOWN, false));
      var port = observe(server, Declared.target(Declared.ixit()), unknown).get(0);
      assertThat(suites(offer(port, TlsVersion.SSL3))).containsExactly(RC4, 0x000a);
      assertThat(offer(port, TlsVersion.TLS12).accepted()).isFalse();
      assertThat(offer(port, TlsVersion.TLS12).complete()).isTrue();
    }
  }

  @Test
  void takesThreeEndsBetweenGoodHellosForARefusal() throws Exception {
    try (var server =
        ScriptedTls.answering((hello, turn) ->
            hello.version() == 0x0303
                ? ScriptedTls.choose(hello, v -> true, Set.of(GCM))
                : new byte[0])) {
      var port = only(server);
      assertThat(offer(port, TlsVersion.TLS10).accepted()).isFalse();
      assertThat(offer(port, TlsVersion.TLS10).detail()).contains("3 of 3");
      assertThat(port.versions()).allMatch(VersionOffer::complete);
      assertThat(port.controlsAsked()).isGreaterThan(10);
    }
  }

  @Test
  void readsAnAlertInARecordOfAnotherVersion() throws Exception {
    try (var server =
        ScriptedTls.answering((hello, turn) ->
            hello.version() == 0x0303
                ? ScriptedTls.choose(hello, v -> true, Set.of(GCM))
                : new byte[] {21, 0, 0, 0, 2, 2, 70})) {
      assertThat(only(server).versions()).allMatch(VersionOffer::complete);
    }
  }

  @Test
  void doesNotTakeSilenceForARefusal() throws Exception {
    // A naive enumeration would call everything after the tenth hello refused.
    try (var server =
        ScriptedTls.answering((hello, turn) -> {
          if (turn > 10) {
            Thread.sleep(60_000);
          }
          return ScriptedTls.choose(hello, v -> v >= 0x0301, Set.of(GCM, RC4));
        })) {
      var port = only(server);
      assertThat(port.negotiated()).isTrue();
      assertThat(port.versions()).anyMatch(offer -> offer.doubt() == Doubt.NO_ANSWER);
      assertThat(port.controlsAnswered()).isLessThan(port.controlsAsked());
    }
  }

  @Test
  void countsAHelloRetryRequestAsAcceptance() throws Exception {
    try (var server =
        ScriptedTls.answering((hello, turn) ->
            hello.version() == 0x0304 && hello.suites().contains(0x1302)
                ? ScriptedTls.retryRequest(0x1302)
                : ScriptedTls.alert(hello.version() == 0x0304 ? 40 : 70))) {
      assertThat(suites(offer(only(server), TlsVersion.TLS13))).containsExactly(0x1302);
    }
  }

  @Test
  void doubtsASuiteThatWasNotOffered() throws Exception {
    try (var server =
        ScriptedTls.answering((hello, turn) -> ScriptedTls.serverHello(0x0303, 0x1234))) {
      var port = only(server);
      assertThat(offer(port, TlsVersion.TLS12).doubt()).isEqualTo(Doubt.ODD_ANSWER);
    }
  }

  @Test
  void sendsTheDeclaredNameWhenTheServerWantsOne() throws Exception {
    try (var server =
        ScriptedTls.answering((hello, turn) ->
            hello.name()
                ? ScriptedTls.choose(hello, v -> v == 0x0303, Set.of(GCM))
                : ScriptedTls.alert(112))) {
      var target =
          Declared.target(
              "ixit", Declared.ixit(), "reach", Declared.row(Reach.class, "host", "lamp.example"));
      var tls = services(service(server.port(), Protocol.TLS, true));
      var port = observe(server, target, tls).get(0);
      assertThat(port.serverName()).isEqualTo("lamp.example");
      assertThat(offer(port, TlsVersion.TLS12).accepted()).isTrue();
      assertThat(only(server).negotiated()).isFalse();
      assertThat(only(server).spoke()).isTrue();
    }
  }

  @Test
  void dropsExtensionsForAServerThatChokesOnThem() throws Exception {
    try (var server =
        ScriptedTls.answering((hello, turn) ->
            hello.extended()
                ? new byte[0]
                : ScriptedTls.choose(hello, v -> v == 0x0301, Set.of(RC4)))) {
      var port = only(server);
      assertThat(port.accepted())
          .extracting(VersionOffer::version)
          .containsExactly(TlsVersion.TLS10);
    }
  }

  @Test
  void leavesServicesAloneThatAreNoTls() throws Exception {
    try (var server = TcpServer.saying("220 ready\r\n".getBytes())) {
      var ports =
          observe(
              server,
              Declared.target(Declared.ixit()),
              services(service(server.port(), Protocol.FTP, false)));
      assertThat(ports).isEmpty();
      assertThat(server.accepted()).isZero();
    }
  }

  @Test
  void findsNoTlsBehindAPortThatNeverAnswers() throws Exception {
    try (var server = TcpServer.playing((socket, turn) -> TcpServer.drain(socket))) {
      var unknown = services(service(server.port(), Protocol.UNKNOWN, false));
      assertThat(observe(server, Declared.target(Declared.ixit()), unknown)).isEmpty();
    }
  }
}
