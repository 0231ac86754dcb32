package org.coptest.probes.passwords;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coptest.spi.Criteria;
import org.coptest.spi.EvidenceRef;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;

/** 5.1-4-2 b: after a change the old value is refused on every surface and the new one is taken. */
@AutoService(Rule.class)
public final class ChangeTakesEffect implements Rule {

  @Override
  public String id() {
    return "passwords.change-takes-effect";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var changes = seen.only(ChangeTrials.class).changes();
    if (changes.isEmpty()) {
      return List.of(
          RowJudgement.undecided(
              "ixit.authMech",
              Cause.MISSING_INPUT,
              "no login that was met has a password declared in validCredential"));
    }
    return changes.stream().flatMap(change -> rows(change, criteria)).toList();
  }

  private static Stream<RowJudgement> rows(ChangeTrials.Change change, Criteria criteria) {
    if (change.surfaces().isEmpty()) {
      return Stream.of(ValueCanBeChanged.notTaken(change));
    }
    var surfaces = change.surfaces().stream().map(it -> row(change, it, criteria));
    return change.restored() ? surfaces : Stream.concat(surfaces, Stream.of(lost(change)));
  }

  private static RowJudgement row(
      ChangeTrials.Change change, ChangeTrials.Surface it, Criteria criteria) {
    var subject = change.mechanism() + ":" + it.subject();
    if (!it.wrong().refused()) {
      return undecided(subject, it, Cause.CONTROL_FAILED, "does not refuse a random password");
    } else if (it.old().size() > 1 && it.old().stream().allMatch(ChangeTrials.Attempt::accepted)) {
      return stillOpen(subject, change, it, criteria);
    } else if (it.fresh().accepted() && it.old().getFirst().refused()) {
      var control = new Control("a random password was refused", true, it.wrong().detail());
      return RowJudgement.pass(
          subject,
          it.place() + ": took the new password and refused the old one",
          control.proof().orElseThrow(),
          evidence(it));
    }
    return undecided(
        subject,
        it,
        Cause.AMBIGUOUS_RESPONSE,
        "took neither the new nor the old password for certain (%s; %s)"
            .formatted(it.fresh().detail(), it.old().getFirst().detail()));
  }

  /** A driver that changed nothing at all is no finding; one that changed some places is. */
  private static RowJudgement stillOpen(
      String subject, ChangeTrials.Change change, ChangeTrials.Surface it, Criteria criteria) {
    if (change.surfaces().stream().noneMatch(other -> other.fresh().accepted())) {
      return undecided(
          subject,
          it,
          Cause.AMBIGUOUS_RESPONSE,
          "the new password works nowhere, so it is open whether %s changed anything"
              .formatted(change.driver()));
    }
    var found = it.place() + " still takes the old password after the change";
    return TrialReading.twice(it.old().get(0).evidence(), it.old().get(1).evidence())
        .map(sightings ->
            RowJudgement.fail(
                subject,
                found + ", but only the new one may work",
                sightings,
                new Finding(
                    "the old password is refused on every surface",
                    found,
                    declaredAt(change, criteria),
                    "coptest run --device %s --only passwords.change"
                        .formatted(criteria.target().id()),
                    "let all surfaces check one store of passwords, or change them together")))
        .orElseGet(() -> undecided(subject, it, Cause.AMBIGUOUS_RESPONSE, found + ": seen once"));
  }

  private static String declaredAt(ChangeTrials.Change change, Criteria criteria) {
    var path = "ixit.authMech[%s]".formatted(change.mechanism());
    return criteria
        .ixit()
        .authMech()
        .row(change.mechanism())
        .map(row -> path + " at " + row.at().text())
        .orElse(path);
  }

  private static RowJudgement lost(ChangeTrials.Change change) {
    return RowJudgement.undecided(
        change.mechanism() + ":restored",
        Cause.AMBIGUOUS_RESPONSE,
        "the password could not be changed back; to recover: " + change.recovery());
  }

  private static RowJudgement undecided(
      String subject, ChangeTrials.Surface it, Cause cause, String what) {
    return RowJudgement.undecided(subject, cause, it.place() + ": " + what, evidence(it));
  }

  static EvidenceRef[] evidence(ChangeTrials.Surface it) {
    return Stream.concat(Stream.of(it.wrong(), it.fresh()), it.old().stream())
        .map(ChangeTrials.Attempt::evidence)
        .flatMap(Optional::stream)
        .distinct()
        .toArray(EvidenceRef[]::new);
  }
}
