package org.coptest.probes.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.coptest.probes.instrument.service.Protocol;
import org.coptest.probes.passwords.guessing.GuessPatience;
import org.coptest.probes.passwords.guessing.GuessTrial;
import org.coptest.probes.passwords.guessing.GuessTrials;
import org.coptest.probes.passwords.guessing.ValidTry;
import org.coptest.probes.passwords.guessing.ValidTry.When;
import org.coptest.probes.testing.Declared;
import org.coptest.probes.testing.TcpServer;
import org.coptest.probes.testing.TestBench;
import org.coptest.spi.declaration.BruteForce;
import org.coptest.spi.declaration.BruteForceKind;
import org.coptest.spi.declaration.LockScope;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.declaration.PasswordOrigin;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Verdict;
import org.junit.jupiter.api.Test;

class GuessingTest {
  private static final Duration LOCK = Duration.ofMillis(700);
  private static final GuessPatience SHORT =
      new GuessPatience(
          List.of(Duration.ofMillis(400), Duration.ofMillis(600)),
          2,
          Duration.ofSeconds(20),
          Duration.ZERO);
  private static final PasswordFacts CHOSEN =
      Declared.row(PasswordFacts.class, "origin", PasswordOrigin.USER);
  private static final PasswordFacts LONG =
      Declared.row(
          PasswordFacts.class,
          "origin",
          PasswordOrigin.FACTORY,
          "length",
          16,
          "charset",
          "A-Za-z2-9");

  @Test
  void passesALockAfterTheDeclaredNumberThatEnds() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.locking(10, LOCK).sayingSo())) {
      var scene = web(server).declaring("bruteForce", lockOut(10));
      var trials = observe(scene);

      var row = row(scene, trials);
      assertThat(row.verdict()).as(row.reason()).isEqualTo(Verdict.PASS);
      assertThat(row.reason()).contains("refused after 10 wrong ones").contains("works again");
      assertThat(only(trials).wrong()).isEqualTo(10);
    }
  }

  @Test
  void passesASilentLockThatOnlyTheRightPasswordShows() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.locking(10, LOCK))) {
      var scene = web(server).declaring("password", CHOSEN);
      var row = row(scene, observe(scene));

      assertThat(row.verdict()).as(row.reason()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void failsALoginThatTakesWrongPasswordsForEver() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.unlimited())) {
      var scene = web(server).declaring("password", CHOSEN);
      var trials = observe(scene);

      var row = row(scene, trials);
      assertThat(row.verdict()).as(row.reason()).isEqualTo(Verdict.FAIL);
      assertThat(row.evidence()).hasSize(2);
      assertThat(only(trials).wrong()).isEqualTo(120);
      assertThat(scene.dut().logins()).isZero();
    }
  }

  @Test
  void failsADeclaredLockThatIsNotThereHoweverLongThePasswords() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.unlimited())) {
      var scene = web(server).declaring("password", LONG, "bruteForce", lockOut(10));
      var row = row(scene, observe(scene));

      assertThat(row.verdict()).as(row.reason()).isEqualTo(Verdict.FAIL);
      assertThat(row.reason()).contains("declares a lockout");
    }
  }

  @Test
  void failsALockForShowThatLetsTheRightPasswordIn() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.locking(10, LOCK).forShow())) {
      var scene = web(server).declaring("password", CHOSEN);

      assertThat(row(scene, observe(scene)).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void failsALimitOfEachConnectionOnly() throws Exception {
    var server = FakeSsh.taking((u, p) -> u.equals("admin") && p.equals("Xp9-unique"));
    try (server) {
      server.closingAfter(2).start();
      var scene =
          new LoginScene(server.port(), Protocol.SSH, false)
              .valid("admin", "Xp9-unique")
              .declaring("password", CHOSEN);
      var row = row(scene, observe(scene));

      assertThat(row.verdict()).as(row.reason()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void passesLongPasswordsAfterAFewTries() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.unlimited())) {
      var scene = web(server).declaring("password", LONG);
      var trials = observe(scene);

      var row = row(scene, trials);
      assertThat(row.verdict()).as(row.reason()).isEqualTo(Verdict.PASS);
      assertThat(only(trials).wrong()).isEqualTo(20);
    }
  }

  @Test
  void aLockOfOneSourceCountsWhereItIsDeclared() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.locking(10, LOCK).perSource())) {
      var scene = web(server).declaring("password", CHOSEN);
      var trials = observe(scene);
      var declared = web(server).declaring("bruteForce", lockOut(10, LockScope.SOURCE));

      assertThat(only(trials).at(When.FROM_ELSEWHERE)).allMatch(ValidTry::accepted).hasSize(1);
      assertThat(Rows.cause(row(scene, trials))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
      assertThat(row(declared, observe(declared)).verdict()).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void isUndecidedWhenTheLockComesLaterThanDeclared() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.locking(15, LOCK))) {
      var scene = web(server).declaring("bruteForce", lockOut(5));

      assertThat(Rows.cause(row(scene, observe(scene)))).isEqualTo(Cause.AMBIGUOUS_RESPONSE);
    }
  }

  @Test
  void saysHowToRecoverADeviceThatStaysLocked() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.locking(10, Duration.ofHours(1)))) {
      var scene = web(server).declaring("password", CHOSEN);
      var row = row(scene, observe(scene));

      assertThat(Rows.cause(row)).isEqualTo(Cause.LOCKED_OUT);
      assertThat(row.reason()).contains("to bring it back");
    }
  }

  @Test
  void sendsNothingWithoutARightPassword() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.unlimited())) {
      var scene = new LoginScene(server.port(), Protocol.HTTP, false).declaring();
      var trials = observe(scene);

      assertThat(server.accepted()).isZero();
      var row = row(scene, trials);
      assertThat(Rows.cause(row)).isEqualTo(Cause.MISSING_INPUT);
      assertThat(row.reason()).contains("ixit.authMech[AuthMech-1].validCredential");
    }
  }

  @Test
  void isUndecidedWhereFewerTriesAreAllowed() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.unlimited())) {
      var scene = web(server).declaring("password", CHOSEN);
      scene.dut().guesses(60);

      assertThat(Rows.cause(row(scene, observe(scene)))).isEqualTo(Cause.BUDGET_EXHAUSTED);
    }
  }

  @Test
  void isUndecidedWhereTheRightPasswordIsNot() throws Exception {
    try (var server = TcpServer.playing(GuardedWeb.unlimited())) {
      var scene = new LoginScene(server.port(), Protocol.HTTP, false).valid("admin", "wrong");

      assertThat(Rows.cause(row(scene, observe(scene)))).isEqualTo(Cause.CONTROL_FAILED);
    }
  }

  private static LoginScene web(TcpServer server) {
    return new LoginScene(server.port(), Protocol.HTTP, false).valid("admin", "Xp9-unique");
  }

  private static BruteForce lockOut(int after) {
    return Declared.row(
        BruteForce.class, "kind", BruteForceKind.LOCKOUT, "afterAttempts", after, "lockSeconds", 1);
  }

  private static BruteForce lockOut(int after, LockScope scope) {
    return Declared.row(
        BruteForce.class,
        "kind",
        BruteForceKind.LOCKOUT,
        "afterAttempts",
        after,
        "lockSeconds",
        1,
        "scope",
        scope);
  }

  private static GuessTrials observe(LoginScene scene) throws Exception {
    var port = scene.services().found().getFirst().port();
    var bench =
        TestBench.of(scene.dut(), scene.target(), scene.services(), LoginScene.sweeps(port));
    return new PasswordGuessing(SHORT).observe(bench, scene.dut().evidence());
  }

  private static GuessTrial only(GuessTrials trials) {
    return trials.surfaces().stream().filter(it -> !it.valid().isEmpty()).findFirst().orElseThrow();
  }

  private static RowJudgement row(LoginScene scene, GuessTrials trials) {
    var looked = RecordedTrial.refusing(protocol(scene), 1).at(trials.surfaces().getFirst().port());
    return Rows.single(scene.judge(new GuessingIsLimited(), looked, trials));
  }

  private static String protocol(LoginScene scene) {
    return scene.services().speaking(Protocol.SSH).isEmpty() ? "http" : "ssh";
  }
}
