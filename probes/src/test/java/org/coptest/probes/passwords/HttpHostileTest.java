package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.coptest.probes.instrument.login.LoginOutcome;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.passwords.FakeWeb.Page;
import org.coptest.probes.testing.TcpServer;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that do their worst to a login over the web. */
class HttpHostileTest {
  private static final Map<String, String> OWNER = Map.of("owner", "Xp9-unique");
  private final HttpFormDefaults forms = new HttpFormDefaults(LoginScene.list(), LoginScene.SHORT);
  private final HttpBasicDefaults headers =
      new HttpBasicDefaults(LoginScene.list(), LoginScene.SHORT);

  @Test
  void countsNoMoreThanThreeOfEndlessRedirects() throws Exception {
    var asked = new java.util.concurrent.atomic.AtomicInteger();
    try (var server =
        FakeSite.serving(
            it -> new Page("302 Found\r\nLocation: /" + asked.incrementAndGet(), ""))) {
      var scene = scene(server);
      var row = known(scene, scene.observe(forms));

      assertThat(Rows.cause(row)).isEqualTo(Cause.MISSING_INPUT);
      assertThat(asked.get()).isLessThan(60);
    }
  }

  @Test
  void endsAtTooManyCookies() throws Exception {
    var bomb = new StringBuilder("200 OK");
    for (int i = 0; i < 201; i++) {
      bomb.append("\r\nSet-Cookie: c").append(i).append("=1");
    }
    var panel = new FakePanel(OWNER);
    try (var server =
        FakeSite.serving(
            asked -> asked.posted() ? new Page(bomb.toString(), "no") : panel.at(asked))) {
      var scene = scene(server);

      assertThat(Rows.cause(known(scene, scene.observe(forms)))).isEqualTo(Cause.BUDGET_EXHAUSTED);
    }
  }

  @Test
  void readsNoMoreThanItsShareOfAnEndlessAnswer() throws Exception {
    var panel = new FakePanel(OWNER);
    try (var server =
        TcpServer.playing((socket, turn) -> {
          if (turn < 4) {
            new FakeSite(panel).play(socket, turn);
          } else {
            flood(socket);
          }
        })) {
      var scene = scene(server);
      var trials = scene.observe(forms);

      assertThat(trials.surfaces().getFirst().attempts())
          .noneMatch(a -> a.outcome() == LoginOutcome.ACCEPTED);
      assertThat(known(scene, trials)).isInstanceOf(RowJudgement.Undecided.class);
    }
  }

  private static void flood(Socket socket) throws IOException {
    var head = "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    var page = "<input <form <a href=x ".repeat(1_000).getBytes(StandardCharsets.ISO_8859_1);
    try {
      while (true) {
        socket.getOutputStream().write(page);
      }
    } catch (IOException e) {
      // The other side has had enough, as it should.
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SSH-2.0-x\r\n", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"})
  void saysThatItIsNoHttpWhenTheProtocolChangesDuringLogins(String other) throws Exception {
    var panel = new FakePanel(OWNER);
    try (var server =
        TcpServer.playing((socket, turn) -> {
          if (turn < 9) {
            new FakeSite(panel).play(socket, turn);
          } else {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write(other.getBytes(StandardCharsets.ISO_8859_1));
          }
        })) {
      var scene = scene(server).valid("owner", "Xp9-unique");
      var row = known(scene, scene.observe(forms));

      assertThat(Rows.cause(row)).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void takesGarbageForNothing() throws Exception {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    for (int round = 0; round < 40; round++) {
      var garbage = new byte[random.nextInt(1, 2_000)];
      random.nextBytes(garbage);
      var head = round % 2 == 0 ? "HTTP/1.1 200 OK\r\n" + "x".repeat(round % 3) : "";
      try (var server =
          TcpServer.playing((socket, turn) -> {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(garbage);
          })) {
        for (var probe : java.util.List.of(forms, headers)) {
          var scene = scene(server);
          for (var row : scene.judge(new NoDefaultCredential(), scene.observe(probe))) {
            assertThat(row).isInstanceOf(RowJudgement.Undecided.class);
          }
        }
      }
    }
  }

  @Test
  void doesNotTakeAConnectionThatIsCutForARefusal() throws Exception {
    var panel = new FakePanel(OWNER);
    try (var server =
        TcpServer.playing((socket, turn) -> {
          if (turn < 9) {
            new FakeSite(panel).play(socket, turn);
          }
        })) {
      var scene = scene(server).valid("owner", "Xp9-unique");

      assertThat(Rows.cause(known(scene, scene.observe(forms)))).isEqualTo(Cause.RATE_LIMITED);
    }
  }

  private static LoginScene scene(TcpServer server) {
    return new LoginScene(server.port(), Protocol.HTTP, false);
  }

  private static RowJudgement known(LoginScene scene, LoginTrials trials) {
    return Rows.single(scene.judge(new NoDefaultCredential(), trials));
  }
}
