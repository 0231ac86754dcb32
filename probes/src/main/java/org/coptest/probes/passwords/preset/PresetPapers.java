package org.coptest.probes.passwords.preset;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coptest.probes.declaration.Provided;
import org.coptest.spi.Criteria;
import org.coptest.spi.Seen;
import org.coptest.spi.declaration.AuthMech;
import org.coptest.spi.verdict.RowJudgement;

/**
 * A unit that papers decide: what was seen of the passwords can refute them or warn the assessor,
 * and confirms nothing.
 */
final class PresetPapers {
  /** The suite value that turns a rule into one over papers: the paths they must declare. */
  static final String REQUIRES = "requires";

  private PresetPapers() {}

  static boolean asked(Criteria criteria) {
    return !criteria.values().list(REQUIRES).isEmpty();
  }

  static List<RowJudgement> judge(
      Seen seen, Criteria criteria, Function<AuthMech, Optional<RowJudgement>> against) {
    var found =
        criteria.ixit().authMech().stream()
            .filter(PresetPassword::isPreset)
            .flatMap(row -> against.apply(row).stream())
            .toList();
    var subjects = found.stream().map(RowJudgement::subject).collect(Collectors.toSet());
    var papers = new Provided().judge(seen, criteria);
    return Stream.concat(
            found.stream(), papers.stream().filter(row -> !subjects.contains(row.subject())))
        .toList();
  }
}
