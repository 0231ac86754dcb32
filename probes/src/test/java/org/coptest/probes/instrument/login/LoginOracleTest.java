package org.coptest.probes.instrument.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.coptest.probes.testing.LoopbackDut;
import org.coptest.probes.testing.MemoryEvidence;
import org.coptest.probes.testing.TestBench;
import org.coptest.spi.net.Endpoint;
import org.coptest.spi.verdict.Cause;
import org.junit.jupiter.api.Test;

class LoginOracleTest {
  private static final Patience SHORT =
      new Patience(List.of(Duration.ofMillis(1), Duration.ofMillis(1)), Duration.ZERO);
  private static final Candidate VALID = new Candidate("declared", "user", "right");
  private final LoopbackDut dut = LoopbackDut.with(22);

  @Test
  void asksControlsBeforeBetweenAndAfterTheList() throws Exception {
    var door = ScriptedDoor.taking("user", "right");
    var trial = examine(door, Optional.of(VALID), list(12));

    assertThat(door.asked())
        .startsWith(
            "control:random", "control:known-user", "control:altered", "declared", "credentials:1")
        .endsWith("credentials:12", "control:random", "declared");
    assertThat(door.asked().indexOf("control:random")).isZero();
    assertThat(door.asked().subList(5, 16)).contains("control:random");
    assertThat(trial.tried()).isEqualTo(12);
    assertThat(trial.cut()).isEmpty();
  }

  @Test
  void triesAnAcceptedEntryAgainAfterAWrongPasswordOfTheSameUser() throws Exception {
    var door = ScriptedDoor.taking("user3", "word3");
    examine(door, Optional.empty(), list(4));

    int hit = door.asked().indexOf("credentials:3");
    assertThat(door.asked().subList(hit, hit + 3))
        .containsExactly("credentials:3", "control:known-user", "credentials:3");
  }

  @Test
  void stopsWhenAWrongCredentialIsLetInTwice() throws Exception {
    var door = new ScriptedDoor((c, n) -> ScriptedDoor.yes(n));
    var trial = examine(door, Optional.of(VALID), list(4));

    assertThat(door.asked()).containsExactly("control:random", "control:random");
    assertThat(trial.wronglyAccepted()).hasSize(2);
    assertThat(trial.cut()).isEmpty();
  }

  @Test
  void neverCountsADroppedConnectionAsARefusal() throws Exception {
    var door =
        new ScriptedDoor((c, n) ->
            n % 3 == 0 ? ScriptedDoor.no(n) : ScriptedDoor.neither(LoginOutcome.THROTTLED, n));
    var trial = examine(door, Optional.empty(), list(3));

    assertThat(trial.tried()).isEqualTo(3);
    assertThat(trial.attempts()).allMatch(a -> a.tries() == 3);
  }

  @Test
  void endsWithACauseWhenTheDeviceKeepsDropping() throws Exception {
    var door =
        new ScriptedDoor(
            (c, n) -> n < 6 ? ScriptedDoor.no(n) : ScriptedDoor.neither(LoginOutcome.THROTTLED, n));
    var trial = examine(door, Optional.empty(), list(9));

    assertThat(trial.cut().map(Cut::cause)).contains(Cause.RATE_LIMITED);
    assertThat(trial.tried()).isEqualTo(2);
  }

  @Test
  void noticesThatRandomCredentialsAreRefusedInAnotherWayAtTheEnd() throws Exception {
    var door = new ScriptedDoor((c, n) -> ScriptedDoor.no(n < 9 ? "51" : "locked", n));
    var trial = examine(door, Optional.empty(), list(9));

    assertThat(trial.cut().map(Cut::cause)).contains(Cause.LOCKED_OUT);
  }

  @Test
  void learnsThatOneAccountIsRefusedInItsOwnWay() throws Exception {
    var door =
        new ScriptedDoor((c, n) -> ScriptedDoor.no(c.user().equals("user2") ? "root" : "51", n));
    var trial = examine(door, Optional.empty(), list(4));

    assertThat(trial.cut()).isEmpty();
    assertThat(trial.tried()).isEqualTo(4);
  }

  @Test
  void saysWhatTheLoginBudgetLeftOut() throws Exception {
    var door = ScriptedDoor.taking("user", "right");
    dut.loginBudget(5);
    var trial = examine(door, Optional.empty(), list(9));

    assertThat(trial.cut().map(Cut::cause)).contains(Cause.BUDGET_EXHAUSTED);
    assertThat(trial.tried()).isEqualTo(2);
    assertThat(trial.total()).isEqualTo(9);
  }

  @Test
  void leavesOutOnlyAPasswordThatTheUserChose() throws Exception {
    var door = ScriptedDoor.taking("user", "right");
    var listed = List.of(new Candidate("credentials:1", "user", "right"));
    var chosen = new Credentials(Optional.of(VALID), true, listed);
    var preset = new Credentials(Optional.of(VALID), false, listed);

    assertThat(examine(door, chosen).excluded()).isEqualTo(1);
    assertThat(examine(door, chosen).in(AttemptRole.CANDIDATE)).isEmpty();
    assertThat(examine(door, preset).in(AttemptRole.CONFIRMATION)).hasSize(1);
  }

  @Test
  void triesEachPasswordOnceWhereNoNameIsAsked() throws Exception {
    var door = ScriptedDoor.taking("", "right").naming(NameUse.ABSENT);
    var same =
        List.of(new Candidate("credentials:1", "a", "x"), new Candidate("credentials:2", "b", "x"));

    assertThat(examine(door, Optional.empty(), same).total()).isEqualTo(1);
  }

  @Test
  void looksTwiceAndTriesNothingWhereAnybodyIsLetIn() throws Exception {
    var door = ScriptedDoor.taking("user", "right").offering(Mechanism.OPEN);
    var trial = examine(door, Optional.empty(), list(3));

    assertThat(trial.granted()).hasSize(2);
    assertThat(door.asked()).isEmpty();
  }

  private SurfaceTrial examine(ScriptedDoor door, Optional<Candidate> valid, List<Candidate> list)
      throws Exception {
    return examine(door, new Credentials(valid, false, list));
  }

  private SurfaceTrial examine(ScriptedDoor door, Credentials credentials) throws Exception {
    var surface = new Surface("tcp/22", "ssh", Endpoint.tcp(dut.addresses().getFirst(), 22), "x");
    return new LoginOracle(
            TestBench.of(dut), new MemoryEvidence(), SHORT, surface, door, credentials)
        .examine();
  }

  private static List<Candidate> list(int size) {
    return IntStream.rangeClosed(1, size)
        .mapToObj(i -> new Candidate("credentials:" + i, "user" + i, "word" + i))
        .toList();
  }
}
