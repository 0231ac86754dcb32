package org.coptest.probes.attacksurface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.LoopbackDut;
import org.coptest.probes.testing.ScriptedTls;
import org.coptest.probes.testing.TcpServer;
import org.coptest.probes.testing.TestBench;
import org.coptest.probes.testing.TlsServer;
import org.coptest.spi.net.PortSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ServiceIdentityTest {
  private static final byte[] KEXINIT = HexFormat.of().parseHex("0000001c0a14" + "00".repeat(26));

  private final ServiceIdentity probe = new ServiceIdentity(Duration.ofMillis(400));

  private Service identify(TcpServer server) throws Exception {
    return identify(server, probe);
  }

  private static Service identify(TcpServer server, ServiceIdentity probe) throws Exception {
    var dut = LoopbackDut.with(server.port());
    var bench =
        TestBench.of(dut, Declared.target(Declared.ixit()), SweepRecords.open(server.port()));
    return probe.observe(bench, dut.evidence()).found().get(0);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads one question up to the first line end; empty when the peer leaves or sends none. */
  private static String question(Socket socket) throws IOException {
    var buffer = new byte[2_048];
    int count = socket.getInputStream().read(buffer);
    return count < 0 ? "" : new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
  }

  private static TcpServer answering(java.util.function.Function<String, String> answers) {
    return TcpServer.playing((socket, turn) -> {
      var answer = answers.apply(question(socket)).getBytes(StandardCharsets.ISO_8859_1);
      socket.getOutputStream().write(answer);
    });
  }

  @Test
  void recognisesSshByItsKeyExchange() throws Exception {
    try (var server =
        TcpServer.playing((socket, turn) -> {
          socket.getOutputStream().write(ascii("SSH-2.0-any\r\n"));
          question(socket);
          socket.getOutputStream().write(KEXINIT);
          TcpServer.drain(socket);
        })) {
      var service = identify(server);
      assertThat(service.protocol()).isEqualTo(Protocol.SSH);
      assertThat(service.identity().speaksFirst()).isTrue();
      assertThat(service.identity().evidence()).isNotEmpty();
    }
  }

  @Test
  void doesNotTakeAGreetingAloneForSsh() throws Exception {
    try (var server = TcpServer.saying(ascii("SSH-2.0-OpenSSH_9.0\r\n"))) {
      assertThat(identify(server).protocol()).isEqualTo(Protocol.UNKNOWN);
    }
  }

  @Test
  void recognisesTelnetByNegotiationAndPrompt() throws Exception {
    try (var server =
        TcpServer.playing((socket, turn) -> {
          socket.getOutputStream().write(HexFormat.of().parseHex("fffd18fffb01"));
          question(socket);
          socket.getOutputStream().write(ascii("\r\ncamera login: "));
          TcpServer.drain(socket);
        })) {
      var service = identify(server);
      assertThat(service.protocol()).isEqualTo(Protocol.TELNET);
      assertThat(service.identity().loginPrompt()).isTrue();
    }
  }

  @Test
  void recognisesAConsoleThatAsksForALoginAfterAReturn() throws Exception {
    try (var server = answering(q -> q.equals("\r\n") ? "\r\nlogin: " : "")) {
      var service = identify(server);
      assertThat(service.protocol()).isEqualTo(Protocol.TELNET);
      assertThat(service.identity().speaksFirst()).isFalse();
    }
  }

  @Test
  void readsTheChallengesOfAWebServer() throws Exception {
    var answer =
        "HTTP/1.1 401 Unauthorized\r\nServer: cam<1>\r\n"
            + "WWW-Authenticate: Digest realm=\"a, Basic b\", nonce=\"x\", Basic realm=\"c\"\r\n\r\n";
    try (var server = answering(q -> q.startsWith("GET / ") ? answer : "")) {
      var front = identify(server).identity().http();
      assertThat(front.status()).isEqualTo(401);
      assertThat(front.schemes()).containsExactly("digest", "basic");
      assertThat(front.realm()).isEqualTo("a, Basic b");
      assertThat(front.server()).isEqualTo("cam\\x3c1\\x3e");
    }
  }

  @Test
  void looksInsideTls() throws Exception {
    try (var server =
        TlsServer.playing((socket, turn) -> {
          if (question(socket).startsWith("GET / ")) {
            socket.getOutputStream().write(ascii("HTTP/1.1 200 OK\r\n\r\nhello"));
          }
        })) {
      var service = identify(server, new ServiceIdentity(Duration.ofSeconds(2)));
      assertThat(service.protocol()).isEqualTo(Protocol.HTTP);
      assertThat(service.identity().tls()).isTrue();
      assertThat(service.identity().http().status()).isEqualTo(200);
      assertThat(service.spoken()).isEqualTo("http over tls");
    }
  }

  @Test
  void callsItTlsWhenTheHandshakeDoesNotComplete() throws Exception {
    try (var server = ScriptedTls.answering((hello, turn) -> ScriptedTls.alert(40))) {
      var service = identify(server);
      assertThat(service.protocol()).isEqualTo(Protocol.TLS);
      assertThat(service.identity().note()).contains("handshake");
    }
  }

  @Test
  void recognisesRtspAndMqttByTheirAnswers() throws Exception {
    try (var rtsp = answering(q -> q.contains("RTSP/1.0") ? "RTSP/1.0 200 OK\r\n\r\n" : "");
        var mqtt = answering(q -> q.startsWith("\u0010") ? " \u0002\u0000\u0005" : "")) {
      assertThat(identify(rtsp).protocol()).isEqualTo(Protocol.RTSP);
      assertThat(identify(mqtt).protocol()).isEqualTo(Protocol.MQTT);
    }
  }

  @Test
  void tellsFtpFromSmtp() throws Exception {
    assertThat(greeting220("500 what\r\n", "215 UNIX\r\n")).isEqualTo(Protocol.FTP);
    assertThat(greeting220("250-hi\r\n250 ok\r\n", "500 what\r\n")).isEqualTo(Protocol.SMTP);
  }

  private Protocol greeting220(String toEhlo, String toSyst) throws Exception {
    try (var server =
        TcpServer.playing((socket, turn) -> {
          socket.getOutputStream().write(ascii("220 ready\r\n"));
          for (var q = question(socket); !q.isEmpty(); q = question(socket)) {
            socket.getOutputStream().write(ascii(q.startsWith("EHLO") ? toEhlo : toSyst));
          }
        })) {
      return identify(server).protocol();
    }
  }

  @Test
  void seesThroughAnEchoAndAPortThatAlwaysSaysTheSame() throws Exception {
    try (var echo = answering(q -> q);
        var same = answering(q -> "welcome\n")) {
      assertThat(identify(echo).protocol()).isEqualTo(Protocol.ECHO);
      assertThat(identify(same).protocol()).isEqualTo(Protocol.SAME_ANSWER);
    }
  }

  @Test
  void givesUpOnATarpit() throws Exception {
    try (var server =
        TcpServer.playing((socket, turn) -> {
          for (int i = 0; i < 10_000; i++) {
            socket.getOutputStream().write('a' + i % 26);
            Thread.sleep(20);
          }
        })) {
      assertThat(identify(server).protocol()).isEqualTo(Protocol.TARPIT);
    }
  }

  @Test
  void admitsThatItDoesNotKnow() throws Exception {
    try (var silent = TcpServer.playing((socket, turn) -> TcpServer.drain(socket));
        var odd = TcpServer.saying(ascii("RFB 003.008\n"))) {
      assertThat(identify(silent).protocol()).isEqualTo(Protocol.UNKNOWN);
      assertThat(identify(silent).identity().firstBytes()).isEmpty();
      var service = identify(odd);
      assertThat(service.protocol()).isEqualTo(Protocol.UNKNOWN);
      assertThat(service.identity().firstBytes()).startsWith("RFB 003.008");
    }
  }

  @Test
  void asksNobodyWhenEverythingAccepts() throws Exception {
    var sweeps = SweepRecords.device().look(PortSet.all(), PortSet.none()).toSweeps();
    var dut = LoopbackDut.with();
    var bench = TestBench.of(dut, Declared.target(Declared.ixit()), sweeps);
    assertThat(probe.observe(bench, dut.evidence()).found()).isEmpty();
    assertThat(dut.connects()).isZero();
  }
}
