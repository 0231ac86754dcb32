package org.coptest.dist.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coptest.dist.fixture.JarMaker;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.spi.net.Dut;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testng.annotations.ITestAnnotation;

class LabSuiteTest {

  private static final String SUITE =
      """
      package org.example.lab;

      import org.coptest.spi.declaration.Target;
      import org.coptest.spi.net.ConnectResult;
      import org.coptest.spi.net.Dut;
      import org.coptest.spi.net.Endpoint;
      import org.testng.Assert;
      import org.testng.SkipException;
      import org.testng.annotations.Test;

      public class HouseRules {
        private final Dut dut;
        private final Target target;

        public HouseRules(Dut dut, Target target) {
          this.dut = dut;
          this.target = target;
        }

        @Test public void sshIsReachable() throws Exception {
          int port = target.ixit().logIntf().row("LogIntf-SSH").get().port().get();
          dut.open(Endpoint.tcp(dut.addresses().get(0), port)).close();
        }

        @Test public void hasAnotherName() { Assert.assertEquals(target.id(), "somebody"); }

        @Test public void needsABiggerLab() { throw new SkipException("no chamber here"); }
      }
      """;

  @TempDir Path temp;
  private SmallHome home;

  @BeforeEach
  void aHome() throws IOException {
    home = SmallHome.in(Files.createDirectory(temp.resolve("home")), 1);
  }

  @Test
  void everyResultOfEveryDeviceStandsInTheRecordAndMovesNoVerdict() throws Exception {
    var jar = jar("org.example.lab.HouseRules", SUITE);
    var out = temp.resolve("campaign");

    var outcome =
        home.tool()
            .run(
                "run",
                home.cameras("one", "two"),
                "--suite-jar",
                jar,
                "--out",
                out,
                "--no-html",
                "-q");

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    for (var device : new String[] {"one", "two"}) {
      assertThat(notes(out, device))
          .anyMatch(line -> line.contains("sshIsReachable") && line.contains("\"passed\""))
          .anyMatch(line -> line.contains("hasAnotherName") && line.contains("\"failed\""))
          .anyMatch(line -> line.contains("needsABiggerLab") && line.contains("\"skipped\""))
          .hasSize(3);
    }
  }

  @Test
  void aJarWithoutTestsIsRefusedBeforeAnythingIsSent() throws Exception {
    var jar = jar("org.example.lab.Idle", "package org.example.lab; public class Idle {}");
    var out = temp.resolve("campaign");

    var outcome =
        home.tool()
            .run("run", home.cameras("one"), "--suite-jar", jar, "--out", out, "--no-html", "-q");

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .contains("--suite-jar", "suite.jar", "no class with @Test methods");
    assertThat(out).doesNotExist();
  }

  private Path jar(String name, String text) throws IOException {
    return new JarMaker(Dut.class, ITestAnnotation.class)
        .source(name, text)
        .write(temp.resolve("suite.jar"));
  }

  private static java.util.List<String> notes(Path campaign, String device) throws IOException {
    try (var lines = Files.lines(campaign.resolve("events.jsonl"))) {
      return lines
          .filter(line -> line.contains("\"kind\":\"note\"") && line.contains("lab-test"))
          .filter(line -> line.contains("\"target\":\"" + device + "\""))
          .toList();
    }
  }
}
