package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coptest.probes.passwords.preset.LabelStatistics.Counter;
import org.coptest.probes.passwords.preset.LabelStatistics.Position;
import org.coptest.probes.passwords.preset.PresetPatterns.Mechanism;
import org.coptest.spi.Criteria;
import org.coptest.spi.Untrusted;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** What strength and labels say about one mechanism. */
record PatternReading(AuthMech declared, Mechanism seen, Control control, Criteria criteria) {
  /** Suite value: regularity, words, strength; all when it is not set. */
  static final String ASPECTS = "aspects";

  private static final int FEWEST_LABELS = 30;

  Optional<RowJudgement> against() {
    return refuted().or(() -> uneven().map(what -> undecided(Cause.NEEDS_ASSESSOR, what)));
  }

  RowJudgement row() {
    return refuted()
        .or(this::missing)
        .or(() -> uneven().map(what -> undecided(Cause.NEEDS_ASSESSOR, what)))
        .or(() ->
            strength()
                .flatMap(StrengthReading::doubt)
                .map(doubt -> undecided(doubt.cause(), doubt.reason())))
        .orElseGet(this::pass);
  }

  private Optional<RowJudgement> refuted() {
    return counts().or(this::weak);
  }

  private Optional<RowJudgement> counts() {
    return labels()
        .filter(any -> looksAt("regularity"))
        .flatMap(LabelStatistics::counter)
        .map(counter -> fail("labels without a part that counts", counted(counter)));
  }

  private String counted(Counter counter) {
    return String.format(
        Locale.ROOT,
        "characters %d to %d of the labels: %s, in %d of %d cases (by chance with probability %.1e)",
        counter.from() + 1,
        counter.to(),
        counter.rule(),
        counter.reproduced(),
        counter.of(),
        counter.chance());
  }

  private Optional<RowJudgement> weak() {
    return strength()
        .filter(any -> looksAt("strength"))
        .flatMap(strength ->
            strength
                .tooWeak()
                .map(expected ->
                    fail(
                        expected,
                        "%s has %s%s"
                            .formatted(
                                PresetMechanisms.path(declared, "password"),
                                strength.text(),
                                labels().isPresent() ? " by its labels" : " by declaration"))));
  }

  private Optional<StrengthReading> strength() {
    return StrengthReading.of(declared, seen, labels(), criteria);
  }

  private Optional<LabelStatistics> labels() {
    return seen.labels().filter(labels -> labels.count() >= FEWEST_LABELS);
  }

  private Optional<RowJudgement> missing() {
    if (seen.length().isEmpty()) {
      return gap("password.length");
    } else if (seen.symbols().isEmpty()) {
      return Optional.of(
          undecided(
              Cause.MISSING_INPUT,
              PresetMechanisms.path(declared, "password.charset")
                  + " is not declared as an alphabet like A-Za-z2-9"));
    } else if (seen.labels().isEmpty()) {
      return Optional.of(
          undecided(
              Cause.MISSING_INPUT,
              "%s is not declared: %s by declaration, conceptual only"
                  .formatted(
                      PresetMechanisms.path(declared, "password.labels"),
                      strength().map(StrengthReading::text).orElse("no bits"))));
    }
    return labels().isPresent()
        ? Optional.empty()
        : Optional.of(
            undecided(
                Cause.MISSING_INPUT,
                "%s has %d labels, and statistics need at least %d"
                    .formatted(
                        PresetMechanisms.path(declared, "password.labels"),
                        seen.labels().get().count(),
                        FEWEST_LABELS)));
  }

  private Optional<RowJudgement> gap(String key) {
    return Optional.of(
        PresetMechanisms.missing(declared.id(), PresetMechanisms.path(declared, key)));
  }

  /** What is not as chance would have it, without being a rule that reproduces labels. */
  private Optional<String> uneven() {
    return labels().flatMap(labels -> unevenPlaces(labels).or(() -> words(labels)));
  }

  private Optional<String> unevenPlaces(LabelStatistics labels) {
    if (!looksAt("regularity")) {
      return Optional.empty();
    } else if (labels.shortest() != labels.longest() || labels.outside() > 0) {
      return Optional.of(
          "the labels have %d to %d characters, and %d have one outside the declared alphabet"
              .formatted(labels.shortest(), labels.longest(), labels.outside()));
    } else if (labels.repeated().chance() < LabelExamination.CHANCE) {
      return Optional.of(
          "%d labels repeat a password of another one".formatted(labels.repeated().labels()));
    }
    var places =
        labels.positions().stream()
            .filter(place -> place.chance() < LabelExamination.CHANCE)
            .map(Position::position)
            .toList();
    return places.isEmpty()
        ? labels
            .prefix()
            .map(prefix ->
                "%d labels share their first %d characters"
                    .formatted(prefix.labels(), prefix.length()))
        : Optional.of(
            "positions %s of the labels are not evenly drawn from the alphabet, leaving %s"
                .formatted(places, strength().map(StrengthReading::text).orElse("unknown bits")));
  }

  private Optional<String> words(LabelStatistics labels) {
    return Optional.of(labels.words())
        .filter(any -> looksAt("words"))
        .filter(words -> words.chance() < LabelExamination.CHANCE)
        .map(words ->
            "%d of %d labels hold a common word".formatted(words.labels(), labels.count()));
  }

  private boolean looksAt(String aspect) {
    List<String> aspects = criteria.values().list(ASPECTS);
    return aspects.isEmpty() || aspects.contains(aspect);
  }

  private RowJudgement pass() {
    var reason =
        "%s and %d labels without a pattern, which can refute and never prove chance"
            .formatted(
                strength().map(StrengthReading::text).orElse("unknown bits"),
                labels().map(LabelStatistics::count).orElse(0));
    return control
        .proof()
        .map(held -> RowJudgement.pass(declared.id(), reason, held))
        .orElseGet(() -> undecided(Cause.CONTROL_FAILED, control.detail()));
  }

  private RowJudgement fail(String expected, String found) {
    var file = labels().map(LabelStatistics::file);
    return RowJudgement.fail(
        declared.id(),
        "%s, but expected: %s".formatted(found, expected),
        Sightings.inDeclaration(declared.at().text()),
        new Finding(
            expected,
            found,
            declared.at().text(),
            file.map(name -> "sort %s by serial and compare".formatted(Untrusted.quote(name, 80)))
                .orElse("multiply length and bits per character at " + declared.at().text()),
            "draw every character of each preset password from a random generator, and enough of"
                + " them"));
  }

  private RowJudgement undecided(Cause cause, String reason) {
    return RowJudgement.undecided(declared.id(), cause, reason);
  }
}
