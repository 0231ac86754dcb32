package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.util.List;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.RowJudgement;

/** 5.1-4-2 a: the way of changing a login value that the maker describes does change it. */
@AutoService(Rule.class)
public final class ValueCanBeChanged implements Rule {

  @Override
  public String id() {
    return "passwords.value-can-be-changed";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var changes = seen.only(ChangeTrials.class).changes();
    return changes.isEmpty()
        ? List.of(
            RowJudgement.undecided(
                "ixit.authMech",
                Cause.MISSING_INPUT,
                "no login that was met has a password declared in validCredential"))
        : changes.stream().map(ValueCanBeChanged::row).toList();
  }

  private static RowJudgement row(ChangeTrials.Change change) {
    if (change.surfaces().isEmpty()) {
      return notTaken(change);
    }
    var changed = change.surfaces().stream().filter(it -> it.fresh().accepted()).findFirst();
    var control =
        new Control(
            "a random password was refused before the change",
            changed.filter(it -> it.wrong().refused()).isPresent(),
            "the new password was taken after it");
    return control
        .proof()
        .map(proof ->
            RowJudgement.pass(
                change.mechanism(),
                "after %s the new password works on %s"
                    .formatted(change.driver(), changed.orElseThrow().place()),
                proof,
                ChangeTakesEffect.evidence(changed.orElseThrow())))
        .orElseGet(() -> unchanged(change));
  }

  /** The driver is the lab's: when it has no effect, that is no finding about the device. */
  private static RowJudgement unchanged(ChangeTrials.Change change) {
    return RowJudgement.undecided(
        change.mechanism(),
        change.carriedOut() ? Cause.AMBIGUOUS_RESPONSE : Cause.NEEDS_TEST_HOOK,
        "after %s (%s) the new password works on no surface; see whether a restart is needed"
            .formatted(change.driver(), change.said()));
  }

  static RowJudgement notTaken(ChangeTrials.Change change) {
    return RowJudgement.undecided(
        change.mechanism(),
        Cause.CONTROL_FAILED,
        "no surface took ixit.authMech[%s].validCredential before the change"
            .formatted(change.mechanism()));
  }
}
