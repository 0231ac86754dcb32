package org.coptest.harness.target.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.coptest.harness.target.declaration.References;
import org.coptest.harness.target.declaration.TargetsReader;
import org.coptest.harness.target.net.BenchTime;
import org.coptest.harness.target.net.Deadline;
import org.coptest.harness.target.net.DutSettings;
import org.coptest.harness.target.net.LiveDut;
import org.coptest.harness.target.net.MemoryRecord;
import org.coptest.spi.Driver;
import org.coptest.spi.ProbeException;
import org.coptest.spi.declaration.Pace;
import org.coptest.spi.declaration.Target;
import org.coptest.spi.verdict.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredDriversTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Map<String, String> VALUES =
      Map.of("user", "admin", "old", "first secret", "new", "a\"b&c=d");
  @TempDir private Path folder = Path.of("");
  private final MemoryRecord record = new MemoryRecord();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer device;
  private LiveDut opened;

  @BeforeEach
  void start() throws IOException {
    device = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    device.createContext("/", this::answer);
    device.start();
  }

  @AfterEach
  void stop() {
    device.stop(0);
  }

  @Test
  void carriesOutTheStepsInOneSession() throws Exception {
    var outcome =
        recipe(
                """
                - {interface: Web, http: POST /login, form: {u: "{user}", p: "{old}"}, capture: "token=([0-9]+)"}
                - {interface: Web, http: "POST /change?t={captured}", json: '{"pw": "{new}"}', expect: changed}
                """)
            .run(VALUES, LIMIT);

    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(requests)
        .containsExactly(
            "POST /login cookie=null u=admin&p=first+secret",
            "POST /change?t=77 cookie=sid=5 {\"pw\": \"a\\u0022b&c=d\"}");
  }

  @Test
  void stopsAtTheFirstStepThatIsNotAnsweredAsExpected() throws Exception {
    var outcome =
        recipe(
                """
                - {interface: Web, http: GET /missing}
                - {interface: Web, http: GET /never}
                """)
            .run(VALUES, LIMIT);

    assertThat(outcome.status()).isEqualTo(404);
    assertThat(requests).hasSize(1);
  }

  @Test
  void aMissingExpectedTextIsAFailedStep() throws Exception {
    var outcome =
        recipe("- {interface: Web, http: GET /change, expect: \"no such\"}").run(VALUES, LIMIT);

    assertThat(outcome.status()).isEqualTo(200);
  }

  @Test
  void namesTheStepThatCannotBeCarriedOut() {
    assertThatThrownBy(() -> recipe("- {interface: Web, ssh: reboot}").run(VALUES, LIMIT))
        .isInstanceOfSatisfying(
            ProbeException.class, e -> assertThat(e.reasonCode()).isEqualTo(Cause.NEEDS_TEST_HOOK))
        .hasMessageContaining("drivers.change.steps[0]")
        .hasMessageContaining("targets.yaml:");
    assertThatThrownBy(() -> recipe("- {interface: Web, http: reset now}").run(VALUES, LIMIT))
        .hasMessageContaining("reset now");
  }

  @Test
  void aDeviceThatHangsUpIsNoOutcome() {
    assertThatThrownBy(() -> recipe("- {interface: Web, http: GET /hang-up}").run(VALUES, LIMIT))
        .isInstanceOfSatisfying(
            ProbeException.class,
            e -> assertThat(e.reasonCode()).isEqualTo(Cause.AMBIGUOUS_RESPONSE));
  }

  @Test
  void secretsDoNotStandInTheEvidence() throws Exception {
    var drivers =
        drivers(
            "steps: [{interface: Web, http: POST /login, form: {p: '{old}', n: '{new}'}, headers: {X: '{old}'}}]");

    drivers.named("change").orElseThrow().run(VALUES, LIMIT);

    opened.endProbe();
    assertThat(requests.getFirst()).contains("first+secret");
    assertThat(record.evidence())
        .isNotEmpty()
        .noneMatch(text -> text.contains("first") || text.contains("c%3Dd"));
  }

  @Test
  void runsAProgramOfTheLabWithTheValues() throws Exception {
    var outcome =
        command("[sh, -c, 'echo \"$COPTEST_USER on $COPTEST_ADDRESS: $0\"', \"{new}\"]")
            .run(VALUES, LIMIT);

    assertThat(outcome).isEqualTo(new Driver.Outcome(0, "admin on 127.0.0.1: a\"b&c=d\n"));
    assertThat(command("[sh, -c, 'exit 3']").run(VALUES, LIMIT).status()).isEqualTo(3);
  }

  @Test
  void aProgramThatHangsOrIsMissingIsAFaultOfTheBench() {
    assertThatThrownBy(() -> command("[sleep, '60']").run(VALUES, Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            ProbeException.class, e -> assertThat(e.reasonCode()).isEqualTo(Cause.BENCH_FAULT));
    assertThatThrownBy(() -> command("[no-such-program]").run(VALUES, LIMIT))
        .hasMessageContaining("no-such-program");
  }

  @Test
  void aProgramThatSaysTooMuchIsCut() throws Exception {
    var outcome = command("[sh, -c, 'head -c 3000000 /dev/zero']").run(VALUES, LIMIT);

    assertThat(outcome.output()).hasSize(64 * 1024);
  }

  @Test
  void whatIsNotDeclaredIsNotThere() throws Exception {
    assertThat(drivers("command: [echo]").named("reset")).isEmpty();
  }

  private Driver recipe(String steps) throws Exception {
    return drivers("steps:\n" + steps.indent(8)).named("change").orElseThrow();
  }

  private Driver command(String words) throws Exception {
    return drivers("command: " + words).named("change").orElseThrow();
  }

  private DeclaredDrivers drivers(String recipe) throws Exception {
    var file = folder.resolve("targets.yaml");
    Files.writeString(
        file,
        """
        - id: cam
          reach: {host: 127.0.0.1}
          ixit:
            logIntf: [{id: Web, transport: tcp, port: %d, protocol: http}]
          drivers:
            change:
              %s
        """
            .formatted(device.getAddress().getPort(), recipe));
    var references = new References(List.of(), Set.of(), Map.of(), Clock.systemUTC());
    var target = TargetsReader.read(file, references).targets().getFirst().unstarted();
    return new DeclaredDrivers(target, dut(target));
  }

  private LiveDut dut(Target target) throws Exception {
    var deadline = Deadline.after("device", Duration.ofSeconds(30), BenchTime.system());
    var addresses = List.of(InetAddress.getByName("127.0.0.1"));
    var dut = new LiveDut(DutSettings.of(target, addresses, Pace.UNLIMITED, deadline), record);
    dut.beginProbe("topic.name", deadline.child("probe", Duration.ofSeconds(20)), new byte[4]);
    opened = dut;
    return dut;
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().toString();
    if (path.equals("/hang-up")) {
      exchange.close();
      return;
    }
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        "%s %s cookie=%s %s"
            .formatted(
                exchange.getRequestMethod(),
                path,
                exchange.getRequestHeaders().getFirst("Cookie"),
                body)
            .strip());
    exchange.getResponseHeaders().add("Set-Cookie", "sid=5; Path=/; HttpOnly");
    var text = "token=77 changed".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(path.equals("/missing") ? 404 : 200, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }
}
