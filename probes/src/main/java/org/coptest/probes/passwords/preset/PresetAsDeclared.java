package org.coptest.probes.passwords.preset;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.coptest.probes.passwords.preset.PresetScheme.Label;
import org.coptest.spi.Criteria;
import org.coptest.spi.Rule;
import org.coptest.spi.Seen;
import org.coptest.spi.Untrusted;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.PasswordFacts;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.Control;
import org.coptest.spi.verdict.Finding;
import org.coptest.spi.verdict.RowJudgement;
import org.coptest.spi.verdict.Sightings;

/** 5.1-2-2 a: the password on the label has the declared length and characters. */
@AutoService(Rule.class)
public final class PresetAsDeclared implements Rule {

  @Override
  public String id() {
    return "passwords.preset-as-declared";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<RowJudgement> judge(Seen seen, Criteria criteria) {
    var scheme = seen.only(PresetScheme.class);
    return PresetMechanisms.judge(
        criteria,
        row ->
            scheme.labels().stream()
                .filter(label -> label.id().equals(row.id()))
                // A credential that works may have been changed since it left the factory.
                .filter(label -> label.source() == PresetSource.LABEL)
                .findFirst()
                .map(label -> judged(row, label, scheme.control(), criteria))
                .orElseGet(() -> readByHand(row)));
  }

  private static RowJudgement readByHand(AuthMech row) {
    return RowJudgement.undecided(
        row.id(),
        Cause.NEEDS_OPERATOR,
        "the password stands on a label or card: read it from the sample and declare it by"
            + " reference as "
            + PresetMechanisms.path(row, "password.label"));
  }

  private static RowJudgement judged(
      AuthMech row, Label label, Control control, Criteria criteria) {
    var shape = label.shape().orElseThrow();
    var length = row.password().flatMap(PasswordFacts::length);
    var charset = row.password().flatMap(PasswordFacts::charset);
    if (length.isPresent() && length.get() != shape.length()) {
      return fail(
          row,
          "the password on the label has %d characters".formatted(shape.length()),
          "%s is %d".formatted(PresetMechanisms.path(row, "password.length"), length.get()),
          criteria);
    } else if (shape.fitsCharset().filter(fits -> !fits).isPresent()) {
      return fail(
          row,
          "the password on the label has characters (kinds: %s) outside the alphabet"
              .formatted(shape.classes()),
          "%s is %s"
              .formatted(
                  PresetMechanisms.path(row, "password.charset"),
                  Untrusted.quote(charset.orElse(""), 80)),
          criteria);
    }
    return unread(row, length, charset, shape)
        .or(() -> control.proof().map(held -> pass(row, shape, held)))
        .orElseGet(() -> RowJudgement.undecided(row.id(), Cause.CONTROL_FAILED, control.detail()));
  }

  private static Optional<RowJudgement> unread(
      AuthMech row, Optional<Integer> length, Optional<String> charset, PasswordShape shape) {
    if (length.isEmpty()) {
      return Optional.of(
          PresetMechanisms.missing(row.id(), PresetMechanisms.path(row, "password.length")));
    } else if (charset.isEmpty()) {
      return Optional.of(
          PresetMechanisms.missing(row.id(), PresetMechanisms.path(row, "password.charset")));
    } else if (shape.fitsCharset().isEmpty()) {
      return Optional.of(
          RowJudgement.undecided(
              row.id(),
              Cause.MISSING_INPUT,
              "%s is %s: write it as single characters and ranges, like A-Za-z2-9"
                  .formatted(
                      PresetMechanisms.path(row, "password.charset"),
                      Untrusted.quote(charset.get(), 80))));
    }
    return Optional.empty();
  }

  private static RowJudgement pass(AuthMech row, PasswordShape shape, Control.Held held) {
    return RowJudgement.pass(
        row.id(),
        "the password on the label has the declared %d characters, all of the declared alphabet"
            .formatted(shape.length()),
        held);
  }

  private static RowJudgement fail(AuthMech row, String found, String declared, Criteria criteria) {
    return RowJudgement.fail(
        row.id(),
        "%s, but %s".formatted(found, declared),
        Sightings.inDeclaration(row.at().text()),
        new Finding(
            declared,
            found,
            row.at().text(),
            "count the characters on the label of %s and compare them with %s"
                .formatted(criteria.target().id(), row.at().text()),
            "declare the length and alphabet that production really uses, or mend production"));
  }
}
