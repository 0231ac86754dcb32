package org.coptest.dist.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.coptest.dist.fixture.ExamplePlugin;
import org.coptest.dist.fixture.JarMaker;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.dist.fixture.Tool;
import org.coptest.harness.record.RunDocument;
import org.coptest.harness.record.RunJson;
import org.coptest.harness.record.UnitResult;
import org.coptest.spi.Probe;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTest {

  private static final String BROKEN_PROBE =
      """
      package org.example.plugin;

      import org.coptest.spi.*;

      public final class BrokenLook implements Probe<Greeting> {
        %s
        @Override public String id() { return "example.greeting-look"; }
        @Override public Needs needs() {
          return Needs.network(SafetyClass.ACTIVE_SAFE, Interference.IDENTIFICATION);
        }
        @Override public Greeting observe(Bench bench, EvidenceLog evidence) {
          throw new IllegalStateException("%s");
        }
      }
      """;

  @TempDir Path temp;
  private SmallHome home;
  private Path cameras;

  @BeforeEach
  void aHome() throws IOException {
    home = SmallHome.in(Files.createDirectory(temp.resolve("home")), 1);
    cameras = home.cameras("cam");
  }

  @Test
  void itsProbeLooksItsRuleJudgesAndItsDigestIsInTheRecord() throws Exception {
    var out = temp.resolve("campaign");

    var outcome = run(home.plugins(), out);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    var run = RunJson.read(out.resolve("run.json"));
    assertThat(unit(run).verdict()).isEqualTo(Verdict.PASS);
    assertThat(unit(run).rule().orElseThrow().id()).isEqualTo("example.greeting-is-plain");
    assertThat(unit(run).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.evidence()).isNotEmpty());
    var plugin = run.run().tool().plugins();
    assertThat(plugin)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.jar()).isEqualTo("example.jar");
          assertThat(it.sha256()).isEqualTo(sha256(home.plugins().resolve("example.jar")));
        });
  }

  @Test
  void itsClassesDoNotSeeTheToolBehindTheSpi() throws Exception {
    var plugins = plugins("nosy");
    var found = "\" + Nosy.found() + \"";
    broken("", found)
        .source(
            "org.example.plugin.Nosy",
            """
            package org.example.plugin;

            final class Nosy {
              static String found() {
                var seen = new StringBuilder("it sees:");
                for (var name : new String[] {
                  "org.coptest.harness.cli.Main", "org.coptest.probes.attacksurface.TcpSweep",
                  "okhttp3.OkHttpClient", "org.coptest.spi.Probe"}) {
                  try {
                    seen.append(' ').append(Class.forName(name).getSimpleName());
                  } catch (ClassNotFoundException hidden) {
                    seen.append(" nothing");
                  }
                }
                return seen.toString();
              }
            }
            """)
        .write(plugins.resolve("nosy.jar"));
    var out = temp.resolve("campaign");

    run(plugins, out);

    assertThat(unit(RunJson.read(out.resolve("run.json"))).reason())
        .contains("it sees:  nothing  nothing  nothing Probe");
  }

  @Test
  void aProbeThatThrowsIsAFaultOfTheToolAndNotOfTheDevice() throws Exception {
    var plugins = plugins("throwing");
    broken("", "no idea").write(plugins.resolve("throwing.jar"));
    var out = temp.resolve("campaign");

    var outcome = run(plugins, out);

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(3);
    var unit = unit(RunJson.read(out.resolve("run.json")));
    assertThat(unit.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(unit.cause()).contains(Cause.HARNESS_ERROR);
    assertThat(unit.reason()).contains("no idea");
  }

  @Test
  void aFileThatIsNoJarIsRefusedBeforeAnythingIsSent() throws Exception {
    var plugins = plugins("random");
    Files.write(plugins.resolve("random.jar"), new byte[] {7, 1, 2, 99, 4});

    refused(plugins, "random.jar");
  }

  @Test
  void aJarWithoutServicesIsRefusedBeforeAnythingIsSent() throws Exception {
    var plugins = plugins("empty");
    new JarMaker(Probe.class)
        .source("org.example.Idle", "package org.example; public final class Idle {}")
        .write(plugins.resolve("idle.jar"));

    refused(plugins, "idle.jar");
  }

  @Test
  void aProbeThatCannotBeMadeIsRefusedBeforeAnythingIsSent() throws Exception {
    var plugins = plugins("unmade");
    broken("public BrokenLook() { throw new IllegalStateException(\"not today\"); }", "")
        .write(plugins.resolve("unmade.jar"));

    refused(plugins, "unmade.jar");
  }

  @Test
  void aJarThatClaimsAnIdOfAnotherIsRefusedBeforeAnythingIsSent() throws Exception {
    var plugins = plugins("twice");
    ExamplePlugin.write(plugins);
    Files.copy(plugins.resolve("example.jar"), plugins.resolve("same.jar"));

    refused(plugins, "example.greeting-");
  }

  private void refused(Path plugins, String named) {
    var out = temp.resolve("campaign");

    var outcome = run(plugins, out);

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err().lines()).singleElement().asString().contains(named);
    assertThat(out).doesNotExist();
  }

  private Tool.Outcome run(Path plugins, Path out) {
    return home.tool().run("run", cameras, "--plugins", plugins, "--out", out, "--no-html", "-q");
  }

  private static JarMaker broken(String constructor, String message) throws IOException {
    return ExamplePlugin.jar()
        .source("org.example.plugin.BrokenLook", BROKEN_PROBE.formatted(constructor, message))
        .service(Probe.class, "org.example.plugin.BrokenLook");
  }

  private Path plugins(String name) throws IOException {
    return Files.createDirectory(temp.resolve(name));
  }

  private static UnitResult unit(RunDocument run) {
    return run.targets().get(0).provisions().get(0).cases().get(0).units().get(0);
  }

  private static String sha256(Path file) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
