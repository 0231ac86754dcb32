package org.coptest.harness.target.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coptest.spi.declaration.LockScope;
import org.junit.jupiter.api.Test;

class LoginBudgetTest {
  private static final Duration LOCK = Duration.ofSeconds(360);
  private final FakeTime time = new FakeTime();
  private final Deadline minute = Deadline.after("probe", Duration.ofMinutes(1), time);
  private final Deadline hour = Deadline.after("probe", Duration.ofHours(1), time);

  @Test
  void takesThresholdLessTwoFromOneWindow() throws Exception {
    var budget = budget(window(LockScope.ACCOUNT, 3, LOCK));

    assertThat(taken(budget, "AuthMech-1", "admin", minute)).isEqualTo(3);
  }

  @Test
  void waitsForTheNextWindowIfThereIsTime() throws Exception {
    var budget = budget(window(LockScope.ACCOUNT, 3, LOCK));
    taken(budget, "AuthMech-1", "admin", minute);

    assertThat(budget.await("AuthMech-1", "admin", hour)).isTrue();
    assertThat(time.passed()).isEqualTo(LOCK);
  }

  @Test
  void neverHasMoreThanAllowedInAnyStretchOfTheLockTime() throws Exception {
    var budget = budget(window(LockScope.SOURCE, 2, LOCK));
    var times = new ArrayList<Duration>();
    while (budget.await("AuthMech-1", "admin", hour)) {
      times.add(time.passed());
      time.pass(Duration.ofSeconds(100));
    }

    assertThat(times).hasSizeGreaterThan(15);
    for (int i = 2; i < times.size(); i++) {
      assertThat(times.get(i).minus(times.get(i - 2))).isGreaterThanOrEqualTo(LOCK);
    }
  }

  @Test
  void countsEachAccountByItselfWhenTheLockDoes() throws Exception {
    var budget = budget(window(LockScope.ACCOUNT, 1, LOCK));

    assertThat(budget.await("AuthMech-1", "admin", minute)).isTrue();
    assertThat(budget.await("AuthMech-1", "root", minute)).isTrue();
    assertThat(budget.await("AuthMech-1", "root", minute)).isFalse();
  }

  @Test
  void countsAllAccountsTogetherWhenTheScopeIsSourceOrUnknown() throws Exception {
    for (var scope : List.of(Optional.of(LockScope.SOURCE), Optional.<LockScope>empty())) {
      var budget =
          budget(new LockWindow("AuthMech-1", Optional.empty(), scope, 1, Optional.of(LOCK)));

      assertThat(budget.await("AuthMech-1", "admin", minute)).isTrue();
      assertThat(budget.await("AuthMech-1", "root", minute)).isFalse();
    }
  }

  @Test
  void countsOtherMechanismsWhenTheWholeDeviceLocks() throws Exception {
    var budget = budget(window(LockScope.DEVICE, 1, LOCK));

    assertThat(budget.await("AuthMech-2", "admin", minute)).isTrue();
    assertThat(budget.await("AuthMech-1", "admin", minute)).isFalse();
  }

  @Test
  void knowsTheMechanismByItsInterface() throws Exception {
    var budget =
        budget(
            new LockWindow(
                "AuthMech-1",
                Optional.of("LogIntf-ssh"),
                Optional.of(LockScope.SOURCE),
                1,
                Optional.of(LOCK)));

    assertThat(budget.await("LogIntf-ssh", "admin", minute)).isTrue();
    assertThat(budget.await("AuthMech-1", "admin", minute)).isFalse();
    assertThat(taken(budget, "LogIntf-web", "admin", minute)).isEqualTo(50);
  }

  @Test
  void allowsNoneWhenTheThresholdLeavesNone() throws Exception {
    assertThat(budget(window(LockScope.ACCOUNT, 0, LOCK)).await("AuthMech-1", "admin", hour))
        .isFalse();
  }

  @Test
  void neverRefillsWhenTheLockHasNoDeclaredEnd() throws Exception {
    var budget =
        budget(
            new LockWindow(
                "AuthMech-1",
                Optional.empty(),
                Optional.of(LockScope.ACCOUNT),
                2,
                Optional.empty()));
    taken(budget, "AuthMech-1", "admin", minute);
    time.pass(Duration.ofMinutes(30));

    assertThat(budget.await("AuthMech-1", "admin", hour)).isFalse();
  }

  @Test
  void keepsThePaceToo() throws Exception {
    var budget = new LoginBudget(List.of(), 1 / 3.0, time);
    for (int i = 0; i < 4; i++) {
      assertThat(budget.await("anything", "admin", minute)).isTrue();
    }

    assertThat(time.passed().toMillis()).isEqualTo(9_000);
  }

  @Test
  void tellsHowLongALockOfTheBenchCouldStillHold() throws Exception {
    var budget = budget(window(LockScope.SOURCE, 3, LOCK));
    assertThat(budget.possibleLock()).isZero();
    budget.await("AuthMech-1", "admin", minute);
    time.pass(Duration.ofSeconds(60));

    assertThat(budget.possibleLock()).isEqualTo(LOCK.minusSeconds(60));
  }

  private LoginBudget budget(LockWindow window) {
    return new LoginBudget(List.of(window), PaceTable.NO_LIMIT, time);
  }

  private static LockWindow window(LockScope scope, int allowed, Duration length) {
    return new LockWindow(
        "AuthMech-1", Optional.empty(), Optional.of(scope), allowed, Optional.of(length));
  }

  private static int taken(LoginBudget budget, String surface, String account, Deadline deadline)
      throws InterruptedException {
    int count = 0;
    while (count < 50 && budget.await(surface, account, deadline)) {
      count++;
    }
    return count;
  }
}
