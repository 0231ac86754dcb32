package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coptest.spi.Criteria;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.verdict.Cause;
import org.coptest.spi.verdict.RowJudgement;

/** Goes through the declared mechanisms and judges those whose passwords come from the factory. */
final class PresetMechanisms {
  private PresetMechanisms() {}

  static List<RowJudgement> judge(Criteria criteria, Function<AuthMech, RowJudgement> each) {
    var table = criteria.ixit().authMech();
    if (table.isAbsent()) {
      return List.of(missing(table.path(), table.path()));
    }
    var rows = table.stream().flatMap(row -> row(row, each)).toList();
    return rows.isEmpty()
        ? List.of(
            RowJudgement.prepared(
                table.path(),
                table.path() + " names no preset password, which an assessor confirms"))
        : rows;
  }

  private static Stream<RowJudgement> row(AuthMech row, Function<AuthMech, RowJudgement> each) {
    if (row.factor().isEmpty()) {
      return Stream.of(missing(row.id(), path(row, "factor")));
    } else if (row.factor().get() != Factor.PASSWORD) {
      return Stream.empty();
    } else if (PresetPassword.origin(row).isEmpty()) {
      return Stream.of(missing(row.id(), path(row, "password.origin")));
    }
    return Optional.of(row).filter(PresetPassword::isPreset).map(each).stream();
  }

  static RowJudgement missing(String subject, String path) {
    return RowJudgement.undecided(subject, Cause.MISSING_INPUT, path + " is not declared");
  }

  static String path(AuthMech row, String key) {
    return "ixit.authMech[%s].%s".formatted(row.id(), key);
  }
}
