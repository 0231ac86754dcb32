package org.coptest.probes.passwords;

import java.util.List;
import java.util.Optional;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;

/**
 * 5.1-1-2 c: no SSH server authorises a key whose private half was published. Its rows stand beside
 * those of {@link NoDefaultCredential}: the suites name one rule for the unit.
 */
final class NoKnownSshKey implements Rule {
  private static final int FRESH_DAYS = 400;

  @Override
  public String id() {
    return "passwords.no-known-ssh-key";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    return rows(List.of(seen.only(SshKeyTrials.class)), criteria);
  }

  /** One row for each server that takes public keys. */
  static List<RowJudgement> rows(List<SshKeyTrials> all, Criteria criteria) {
    return all.stream()
        .flatMap(trials ->
            trials.surfaces().stream()
                .map(trial -> new SshKeyReading(trial, trials))
                .filter(it -> it.trial().takesKeys() || it.trial().cut().isPresent())
                .map(it -> row(it, criteria)))
        .toList();
  }

  private static RowJudgement row(SshKeyReading it, Criteria criteria) {
    var random = it.randomTaken();
    if (random.isPresent()) {
      return it.undecided(
          Cause.CONTROL_FAILED,
          "takes a fresh key as well (%s), so authorised keys mean nothing"
              .formatted(random.get().algorithm()));
    }
    return authorised(it, criteria).or(() -> doubt(it, criteria)).orElseGet(() -> refusedAll(it));
  }

  private static Optional<RowJudgement> authorised(SshKeyReading it, Criteria criteria) {
    var hit = it.confirmed();
    if (hit.isEmpty()) {
      return it.taken()
          .map(once ->
              it.undecided(
                  Cause.AMBIGUOUS_RESPONSE,
                  "seemed to authorise the published key %s (%s) and did not do so again"
                      .formatted(once.name(), once.key())));
    }
    var first = hit.get().first();
    var found =
        "%s authorises the published key %s (%s) for the account %s"
            .formatted(it.place(), first.name(), first.key(), first.account());
    return Optional.of(
        RowJudgement.fail(
            it.subject(),
            found + ", but whoever has its private half may log in",
            hit.get().sightings(),
            new Finding(
                "no key of list %s is authorised".formatted(it.trials().list().id()),
                found,
                "ixit.authMech",
                "coptest run --device %s --only %s"
                    .formatted(criteria.target().id(), it.trials().probe()),
                "take the key out of the image, and authorise keys of the device's owner only")));
  }

  private static Optional<RowJudgement> doubt(SshKeyReading it, Criteria criteria) {
    var cut = it.trial().cut();
    if (cut.isPresent()) {
      return Optional.of(
          it.undecided(
              cut.get().cause(),
              "asked about %d published keys; %s".formatted(it.asked(), cut.get().why())));
    }
    var list = it.trials().list();
    if (list.date().plusDays(FRESH_DAYS).isBefore(criteria.today())) {
      return Optional.of(
          it.undecided(Cause.DATA_STALE, "list %s is of %s".formatted(list.id(), list.date())));
    } else if (it.asked() < list.count()) {
      return Optional.of(
          it.undecided(
              Cause.COVERAGE_PARTIAL,
              "asked about %d of %d published keys".formatted(it.asked(), list.count())));
    }
    return it.unclear()
        .map(one ->
            it.undecided(
                Cause.AMBIGUOUS_RESPONSE,
                "the published key %s was neither authorised nor refused (%s)"
                    .formatted(one.key(), one.outcome())));
  }

  private static RowJudgement refusedAll(SshKeyReading it) {
    var list = it.trials().list();
    var control =
        new Control(
            "fresh keys of each type were asked about for the same accounts",
            it.controls() > 0,
            "%d times a fresh key was refused by message 51".formatted(it.controls()));
    return control
        .proof()
        .map(held ->
            RowJudgement.pass(
                it.subject(),
                "%s: refused %d of %d keys of list %s (%s) for %d accounts"
                    .formatted(
                        it.place(),
                        it.asked(),
                        list.count(),
                        list.id(),
                        list.date(),
                        it.trial().accounts().size()),
                held,
                it.evidence()))
        .orElseGet(() -> it.undecided(Cause.CONTROL_FAILED, "no fresh key was asked about"));
  }
}
