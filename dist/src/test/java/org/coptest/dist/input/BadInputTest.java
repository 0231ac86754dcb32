package org.coptest.dist.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.coptest.dist.fixture.Canary;
import org.coptest.dist.fixture.SmallHome;
import org.coptest.dist.fixture.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

  @TempDir Path temp;
  private SmallHome home;
  private Canary canary;
  private Path out;

  @BeforeEach
  void aDeviceThatMustNotBeTouched() throws IOException {
    home = SmallHome.in(Files.createDirectory(temp.resolve("home")), 1);
    canary = new Canary();
    out = temp.resolve("campaign");
  }

  @AfterEach
  void nothingWasSent() throws IOException {
    assertThat(canary.wasDisturbed()).as("a connection to the device").isFalse();
    assertThat(out).as("a campaign folder").doesNotExist();
    canary.close();
  }

  @Test
  void anUnknownKeyIsNamedWithItsPlaceAndTheNearestOne() throws IOException {
    refused(target("stat: factory"), 1, "targets.yaml:6:", "\"stat\"", "did you mean \"state\"?");
  }

  @Test
  void aWrongTypeIsNamedWithWhatWasExpected() throws IOException {
    refused(
        target("ixit: {logIntf: [{id: A, transport: tcp, port: many}]}"),
        1,
        "targets.yaml:6:",
        "many",
        "ixit.logIntf");
  }

  @Test
  void aSecondTargetOfTheSameIdIsNamedWithTheFirst() throws IOException {
    refused(
        target("state: factory") + target("state: setup"), 1, "duplicate", "cam", ":3:9", ":7:9");
  }

  @Test
  void aReferenceToAMissingRowNamesItsPath() throws IOException {
    refused(
        target("ixit: {logIntf: [], authMech: [{id: M, endpoint: {interface: LogIntf-None}}]}"),
        1,
        "LogIntf-None");
  }

  @Test
  void aPublicAddressNeedsAnAuthorisation() throws IOException {
    refused("  - id: cam\n    reach: {host: 203.0.113.7}\n", 1, "203.0.113.7", "authorised");
  }

  @Test
  void aSecretThatDoesNotResolveNamesItsReference() throws IOException {
    refused(
        target(
            "ixit: {authMech: [{id: M, validCredential: {user: a, password: \"${env:NOT_SET_HERE}\"}}]}"),
        1,
        "NOT_SET_HERE");
  }

  @Test
  void aSecretInTheClearIsNotAccepted() throws IOException {
    var outcome =
        run(
            declared(
                target(
                    "ixit: {authMech: [{id: M, validCredential: {user: a, password: hunter2}}]}")));

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err()).doesNotContain("hunter2").contains("${env:");
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    var outcome =
        run(declared(target("stat: factory") + "  - id: UPPER\n    reach: {hst: 127.0.0.1}\n"));

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err()).contains("\"stat\"", "UPPER", "\"hst\"");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    refusedOutright(temp.resolve("nowhere.yaml"), "nowhere.yaml");
  }

  /** Not even the administrator can read a link that leads to itself. */
  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    var file = temp.resolve("loop.yaml");

    refusedOutright(Files.createSymbolicLink(file, file), "loop.yaml");
  }

  @Test
  void aFolderInPlaceOfAFileIsNamed() throws IOException {
    refusedOutright(Files.createDirectory(temp.resolve("folder.yaml")), "folder.yaml");
  }

  @Test
  void anEndlessFileIsRefusedWithoutBeingRead() throws IOException {
    var file = temp.resolve("huge.yaml");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100L << 20);
    }

    Assertions.assertTimeout(Duration.ofSeconds(10), () -> refusedOutright(file, "huge.yaml"));
  }

  @Test
  void anAliasBombIsRefusedBeforeItGrows() throws IOException {
    var text = new StringBuilder("declaration: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 12; level++) {
      text.append("a%d: &a%d [".formatted(level, level));
      text.append("*a%d, ".formatted(level - 1).repeat(10)).append("x]\n");
    }
    var file = Files.writeString(temp.resolve("bomb.yaml"), text);

    Assertions.assertTimeout(Duration.ofSeconds(10), () -> refusedOutright(file, "bomb.yaml"));
  }

  @ParameterizedTest
  @CsvSource({
    "--device,cum,cum",
    "--only,9.9-9,filters leave no test case",
    "--guideline,5.99,filters leave no test case",
    "--budget,soon,90s",
    "--budget,0s,no time",
    "--budget,99999999999999h,90s",
    "--parallel,0,1 to 1024",
    "--parallel,many,many",
    "--pace,warp,warp",
    "--profile,reckless,reckless",
    "--nonsense,1,--nonsense",
    "--suites,/nonexistent,/nonexistent",
    "--resume,/nonexistent,/nonexistent"
  })
  void anOptionThatCannotBeFollowedIsNamed(String option, String value, String named)
      throws IOException {
    var outcome =
        home.tool()
            .run(
                "run",
                declared(target("state: factory")),
                option,
                value,
                "--out",
                out,
                "--no-html",
                "-q");

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err()).contains(named).doesNotContain("Exception", "\tat ");
  }

  @Test
  void aCampaignFolderThatCannotBeMadeIsNamed() throws IOException {
    var taken = Files.writeString(temp.resolve("file"), "in the way");

    var outcome = run(declared(target("state: factory")), taken.resolve("campaign"));

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err()).contains(taken.toString(), "--out").doesNotContain("\tat ");
  }

  @Test
  void aFullDeviceIsNamed() throws IOException {
    var outcome = run(declared(target("state: factory")), Path.of("/dev/full"));

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err()).contains("/dev/full", "--out").doesNotContain("\tat ");
  }

  private void refused(String targets, int problems, String... named) throws IOException {
    var outcome = run(declared(targets));

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err()).contains(named).doesNotContain("Exception", "\tat ");
    assertThat(outcome.err().lines().filter(line -> line.contains("targets.yaml:")))
        .as(outcome.text())
        .hasSize(problems);
  }

  private void refusedOutright(Path file, String named) {
    var outcome = run(file);

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(named)
        .doesNotContain("Exception", "\tat ")
        .hasSizeLessThan(1000);
  }

  private Tool.Outcome run(Path targets) {
    return run(targets, out);
  }

  private Tool.Outcome run(Path targets, Path folder) {
    return home.tool().run("run", targets, "--out", folder, "--no-html", "-q");
  }

  private Path declared(String targets) throws IOException {
    return home.declaration("targets.yaml", targets);
  }

  /** A target at the canary with one more line, which is the sixth of the file. */
  private String target(String line) {
    return """
      - id: cam
        reach: {host: 127.0.0.1}
        identity: {model: "%d"}
        %s
    """
        .formatted(canary.port(), line);
  }
}
