package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coptest.probes.passwords.preset.CrossLogins.Crossing;
import org.coptest.probes.passwords.preset.CrossLogins.Outcome;
import org.coptest.probes.passwords.preset.PresetComparisons.Mechanism;
import org.coptest.probes.passwords.preset.PresetComparisons.OnSample;
import org.coptest.probes.passwords.preset.PresetComparisons.Pair;
import org.coptest.spi.Criteria;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** What the comparison of samples says about one mechanism. */
record ComparisonReading(
    AuthMech declared,
    PresetComparisons look,
    List<Crossing> crossings,
    boolean derived,
    Criteria criteria) {

  RowJudgement row() {
    return equal()
        .or(this::accepted)
        .or(this::unknown)
        .or(this::byRule)
        .or(this::notCrossed)
        .orElseGet(this::pass);
  }

  private Optional<Mechanism> seen() {
    return look.mechanisms().stream().filter(one -> one.id().equals(declared.id())).findFirst();
  }

  private List<OnSample> onSamples() {
    return seen().map(Mechanism::onSamples).orElse(List.of());
  }

  private Optional<RowJudgement> equal() {
    return seen().flatMap(one -> one.equal().stream().findFirst()).map(this::fail);
  }

  private RowJudgement fail(Pair pair) {
    var found =
        "%s: the preset passwords of samples %s and %s are equal%s (declared as made in the factory)"
            .formatted(declared.id(), pair.one(), pair.other(), chance(pair));
    return RowJudgement.fail(
        declared.id(),
        found + ", but each device must have its own",
        Sightings.inDeclaration(declared.at().text()),
        finding(
            found,
            "compare the labels of %s and %s; where a tester set both, declare the printed ones as"
                    .formatted(pair.one(), pair.other())
                + " password.label"));
  }

  private String chance(Pair pair) {
    return onSamples().stream()
        .filter(one -> one.sample().equals(pair.one()))
        .flatMap(one -> one.shape().stream())
        .findFirst()
        .map(shape ->
            String.format(
                Locale.ROOT, ", by chance with probability %.1e", Chance.ofMatch(1, shape)))
        .orElse("");
  }

  private Optional<RowJudgement> accepted() {
    return crossings.stream()
        .filter(one -> one.outcome() == Outcome.ACCEPTED)
        .findFirst()
        .map(one -> {
          var found =
              "%s: sample %s accepted the preset password of %s"
                  .formatted(declared.id(), one.door(), one.passwordOf());
          if (!one.control().held() || one.transcripts().stream().distinct().count() < 2) {
            return undecided(
                Cause.CONTROL_FAILED,
                "%s, but not twice between controls: %s".formatted(found, one.detail()));
          }
          return RowJudgement.fail(
              declared.id(),
              found + ", but each device must take its own only",
              Sightings.twice(one.transcripts().get(0), one.transcripts().get(1)),
              finding(
                  found,
                  "log in to %s with the password on the label of %s"
                      .formatted(one.door(), one.passwordOf())));
        });
  }

  private Finding finding(String found, String reproduce) {
    return new Finding(
        "every sample has a preset password of its own and takes no other",
        found,
        declared.at().text(),
        reproduce,
        "give each device its own password in production");
  }

  private Optional<RowJudgement> unknown() {
    if (onSamples().size() < 2) {
      return Optional.of(
          undecided(Cause.NEEDS_SECOND_SAMPLE, "one sample has nothing to be compared with"));
    }
    return onSamples().stream()
        .filter(one -> one.shape().isEmpty())
        .findFirst()
        .map(one ->
            undecided(
                Cause.MISSING_INPUT,
                one.preset()
                    ? "%s of sample %s is not declared, nor a validCredential"
                        .formatted(PresetMechanisms.path(declared, "password.label"), one.sample())
                    : "sample %s declares no %s with origin factory"
                        .formatted(one.sample(), PresetMechanisms.path(declared, "password"))));
  }

  private Optional<RowJudgement> byRule() {
    return derived
        ? Optional.of(
            undecided(
                Cause.NEEDS_ASSESSOR,
                "the preset passwords differ, but a rule makes them from public values"))
        : Optional.empty();
  }

  /** Every sample must have been asked with the password of every other one. */
  private Optional<RowJudgement> notCrossed() {
    int ordered = onSamples().size() * (onSamples().size() - 1);
    long refused =
        crossings.stream()
            .filter(one -> one.outcome() == Outcome.REJECTED && one.control().held())
            .map(one -> new Pair(one.door(), one.passwordOf()))
            .distinct()
            .count();
    return refused == ordered
        ? Optional.empty()
        : Optional.of(
            undecided(
                Cause.COVERAGE_PARTIAL,
                "the preset passwords of %d samples differ, and %d of %d logins with the password of"
                        .formatted(onSamples().size(), refused, ordered)
                    + " another sample were seen refused"));
  }

  private RowJudgement pass() {
    return look.control()
        .proof()
        .map(held ->
            RowJudgement.pass(
                declared.id(),
                "%d samples have different preset passwords and refuse each other's; so few can"
                        .formatted(onSamples().size())
                    + " refute uniqueness and never prove it",
                held))
        .orElseGet(() -> undecided(Cause.CONTROL_FAILED, look.control().detail()));
  }

  private RowJudgement undecided(Cause cause, String reason) {
    return RowJudgement.undecided(declared.id(), cause, reason);
  }
}
