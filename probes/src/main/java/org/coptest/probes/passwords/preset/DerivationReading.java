package org.coptest.probes.passwords.preset;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coptest.probes.passwords.preset.PresetDerivations.Match;
import org.coptest.probes.passwords.preset.PresetDerivations.Mechanism;
import org.coptest.probes.passwords.preset.PresetDerivations.Search;
import org.coptest.spi.Criteria;
import org.coptest.spi.Untrusted;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** What the search for a derivation says about one mechanism. */
record DerivationReading(
    AuthMech declared, Optional<Mechanism> seen, Control control, Criteria criteria) {
  private static final double CHANCE_OF_ONE = 1e-6;
  private static final double CHANCE_OF_ALL = 1e-4;
  private static final int TELLING_PIECE = 4;
  private static final Pattern RANDOM =
      Pattern.compile("random|c?s?prng|drbg|trng|hsm|entropy source", Pattern.CASE_INSENSITIVE);

  static DerivationReading unknown(AuthMech declared, Criteria criteria) {
    return new DerivationReading(
        declared, Optional.empty(), new Control("none", false, "not looked"), criteria);
  }

  /** What speaks against papers that say the password cannot be predicted. */
  Optional<RowJudgement> against() {
    return derived().or(() -> suspicion().map(what -> undecided(Cause.NEEDS_ASSESSOR, what)));
  }

  RowJudgement row() {
    return derived()
        .or(this::cannotTell)
        .or(() -> suspicion().map(what -> undecided(Cause.NEEDS_SECOND_SAMPLE, what)))
        .or(this::tooFewSamples)
        .or(this::unfitPapers)
        .orElseGet(this::pass);
  }

  private List<Search> searches() {
    return seen.map(Mechanism::searches).orElse(List.of());
  }

  private Optional<RowJudgement> derived() {
    var common = seen.flatMap(Mechanism::commonRule).filter(rule -> rule.chance() < CHANCE_OF_ALL);
    if (common.isPresent() && searches().size() > 1) {
      return common.map(rule -> fail(rule, "of all %d samples".formatted(searches().size())));
    }
    return searches().stream()
        .filter(one -> one.match().filter(rule -> rule.chance() < CHANCE_OF_ONE).isPresent())
        .findFirst()
        .map(one -> fail(one.match().orElseThrow(), "of sample " + one.target()));
  }

  private RowJudgement fail(Match rule, String whose) {
    var found =
        "%s: rule %s gives the preset password %s, by chance with %s"
            .formatted(declared.id(), rule.rule(), whose, chance(rule.chance()));
    return RowJudgement.fail(
        declared.id(),
        found + ", but it may not follow from public values",
        Sightings.inDeclaration(declared.at().text()),
        new Finding(
            "no rule over " + kinds() + " gives the preset password",
            found,
            declared.at().text(),
            "compute %s from the declared identity, or run: coptest run --device %s --only %s"
                .formatted(rule.rule(), criteria.target().id(), criteria.provision()),
            "draw each preset password from a cryptographic random generator in production"));
  }

  private Optional<RowJudgement> cannotTell() {
    if (searches().isEmpty()) {
      return Optional.of(
          undecided(
              Cause.MISSING_INPUT,
              "neither %s nor a validCredential is declared"
                  .formatted(PresetMechanisms.path(declared, "password.label"))));
    }
    return searches().stream()
        .filter(one -> !one.complete())
        .findFirst()
        .map(one ->
            undecided(
                Cause.BUDGET_EXHAUSTED,
                "the search ended after %,d computations, with identifiers left to try"
                    .formatted(one.hashes())))
        .or(() ->
            searches().stream()
                .filter(one -> one.identifiers().stream().noneMatch(DerivationReading::isOwn))
                .findFirst()
                .map(one ->
                    undecided(
                        Cause.MISSING_INPUT,
                        "identity.mac and identity.serial of %s are not declared, and passwords"
                                .formatted(one.target())
                            + " are most often made from these")));
  }

  private static boolean isOwn(String kind) {
    return kind.startsWith("mac-") || kind.equals("serial");
  }

  private Optional<String> suspicion() {
    var match =
        searches().stream()
            .flatMap(one -> one.match().map(rule -> met(one, rule)).stream())
            .findFirst();
    return match.or(() ->
        searches().stream()
            .filter(one -> one.common().length() >= TELLING_PIECE)
            .max(Comparator.comparingInt(one -> one.common().length()))
            .map(one ->
                "the preset password of %s shares %d characters with %s: a further sample tells"
                        .formatted(one.target(), one.common().length(), one.common().form())
                    + " whether that is a rule"));
  }

  private String met(Search one, Match rule) {
    return "rule %s gives the preset password of %s, by chance with %s%s: a further sample tells"
        .formatted(
            rule.rule(),
            one.target(),
            chance(rule.chance()),
            searches().size() > 1 ? ", and not that of every sample" : "");
  }

  private Optional<RowJudgement> tooFewSamples() {
    return searches().size() > 1
        ? Optional.empty()
        : Optional.of(
            undecided(
                Cause.NEEDS_SECOND_SAMPLE,
                "%s, but one sample cannot show a rule".formatted(nothingFound())));
  }

  private Optional<RowJudgement> unfitPapers() {
    var facts = declared.password();
    var generation = facts.flatMap(PasswordFacts::generation);
    var derivedFrom = facts.flatMap(PasswordFacts::derivedFrom).orElse(List.of());
    if (generation.isEmpty()) {
      return Optional.of(
          PresetMechanisms.missing(
              declared.id(), PresetMechanisms.path(declared, "password.generation")));
    } else if (!derivedFrom.isEmpty()) {
      return Optional.of(
          undecided(
              Cause.NEEDS_ASSESSOR,
              "%s names %s: an assessor decides whether that can be computed by others"
                  .formatted(
                      PresetMechanisms.path(declared, "password.derivedFrom"),
                      Untrusted.quote(String.join(", ", derivedFrom), 80))));
    }
    return generation
        .filter(text -> !RANDOM.matcher(text).find())
        .map(text ->
            undecided(
                Cause.NEEDS_ASSESSOR,
                "%s says %s, which names no random generator or HSM"
                    .formatted(
                        PresetMechanisms.path(declared, "password.generation"),
                        Untrusted.quote(text, 80))));
  }

  private RowJudgement pass() {
    return control
        .proof()
        .map(held ->
            RowJudgement.pass(
                declared.id(),
                "%s on %d samples, which can refute a rule and never prove that there is none"
                    .formatted(nothingFound(), searches().size()),
                held))
        .orElseGet(() ->
            undecided(
                Cause.CONTROL_FAILED,
                "the search did not find passwords made by known rules: " + control.detail()));
  }

  private String nothingFound() {
    return "no rule out of %,d candidates over %s gives the preset password"
        .formatted(searches().stream().mapToLong(Search::candidates).sum(), kinds());
  }

  private String kinds() {
    return searches().stream()
        .flatMap(one -> one.identifiers().stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String chance(double chance) {
    return String.format(Locale.ROOT, "probability %.1e", chance);
  }

  private RowJudgement undecided(Cause cause, String reason) {
    return RowJudgement.undecided(declared.id(), cause, reason);
  }
}
