package org.coptest.dist.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.dist.fixture.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What run, gate and plan end with: design, section 5. */
class ExitCodeTest {

  private static final String GONE =
      """
        - id: gone
          reach: {emulate: silent/closed}
          ixit:
            logIntf:
              - {id: LogIntf-SSH, transport: tcp, port: "${emulated:telnet}", status: enabled}
      """;

  @TempDir Path temp;
  private SmallHome home;
  private Path strict;

  @BeforeEach
  void aHome() throws IOException {
    home = SmallHome.in(Files.createDirectory(temp.resolve("home")), 1);
    strict = home.suites(temp.resolve("strict"), 1, "SSH-3.0-");
  }

  @Test
  void zeroWhenEverythingAskedForConforms() throws IOException {
    assertThat(run("run", home.cameras("one")).exit()).isZero();
    assertThat(run("gate", home.cameras("one")).exit()).isZero();
  }

  @Test
  void oneWhenAMandatoryProvisionFails() throws IOException {
    assertThat(run("run", home.cameras("one"), "--suites", strict).exit()).isEqualTo(1);
    assertThat(run("gate", home.cameras("one"), "--suites", strict).exit()).isEqualTo(1);
  }

  @Test
  void threeWhenWhatWasPromisedCouldNotBeDelivered() throws IOException {
    var gone = home.declaration("gone.yaml", GONE);

    assertThat(run("run", gone).exit()).isEqualTo(3);
    assertThat(run("gate", gone).exit()).isEqualTo(3);
  }

  @Test
  void oneBeatsThree() throws IOException {
    var both =
        home.declaration(
            "both.yaml",
            GONE + Files.readString(home.cameras("one")).replaceFirst("(?s).*targets:\n", ""));

    assertThat(run("run", both, "--suites", strict).exit()).isEqualTo(1);
  }

  @Test
  void zeroForAPlanWhichSendsNothingAndLeavesNothing() throws IOException {
    var outcome = home.tool().run("plan", home.cameras("one"), "--suites", strict);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.out()).contains("example.greeting-look", "Nothing was sent");
    assertThat(home.root().resolve("campaigns")).doesNotExist();
  }

  @Test
  void twoForARequiredProvisionThatCannotBeDecidedHere() throws IOException {
    var hands = Files.createDirectory(temp.resolve("hands"));
    home.suites(hands, 1, "SSH-2.0-");
    var suite = hands.resolve("06-attack-surface.yaml");
    Files.writeString(
        suite,
        Files.readString(suite)
            + """
              - id: "5.6-2"
                title: Only a person can tell
                status: M
                purpose: Something has to be looked at.
                cases:
                  - id: "5.6-2-1"
                    kind: functional
                    purpose: Look at it.
                    units:
                      - {id: a, purpose: Look., means: person, reason: somebody has to look}
            """);
    var cameras = home.cameras("one");

    assertThat(run("gate", cameras, "--suites", hands).exit()).isZero();
    assertThat(run("gate", cameras, "--suites", hands, "--require", "5.6-2").exit()).isEqualTo(2);
    assertThat(run("gate", cameras, "--suites", hands, "--require", "5.6-9").exit()).isEqualTo(2);
    assertThat(run("gate", cameras, "--suites", hands, "--judge", "full").exit()).isEqualTo(3);
  }

  private Tool.Outcome run(String command, Path targets, Object... more) throws IOException {
    var arguments = new ArrayList<Object>();
    arguments.add(command);
    arguments.add(targets);
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--out", Files.createTempDirectory(temp, "run").resolve("campaign")));
    arguments.addAll(List.of("--no-html", "-q"));
    return home.tool().run(arguments.toArray());
  }
}
