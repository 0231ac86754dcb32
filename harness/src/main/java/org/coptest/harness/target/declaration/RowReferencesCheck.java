package org.coptest.harness.target.declaration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coptest.harness.yaml.Problems;
import org.coptest.harness.yaml.Spelling;
import org.coptest.harness.yaml.YamlPath;
import org.coptest.harness.yaml.YamlScalar;

/** Rows of one IXIT table that name rows of another name rows that exist. */
final class RowReferencesCheck implements TargetCheck {

  /** The values at a path are ids of rows in one of these tables. */
  private record Link(String from, List<String> to) {
    static Link of(String from, String... to) {
      return new Link(from, List.of(to));
    }
  }

  private static final List<Link> LINKS =
      List.of(
          Link.of("ixit.authMech[].endpoint.interface", "logIntf"),
          Link.of("ixit.comMech[].interface", "logIntf"),
          Link.of("ixit.softServ[].endpoint.interface", "logIntf"),
          Link.of("ixit.softServ[].authMechs[]", "authMech"),
          Link.of("ixit.softComp[].updateMechs[]", "updMech"),
          Link.of("ixit.secParam[].comMechs[]", "comMech"),
          Link.of("ixit.persData[].comMechs[]", "comMech"),
          Link.of("ixit.telData[].personalData[]", "persData"),
          Link.of("ixit.delFunc[].covers[]", "persData"),
          Link.of("ixit.logIntf[].access[]", "physIntf"),
          Link.of("ixit.extApi[].interface", "logIntf"),
          Link.of("ixit.userIntf[].refs[]", "physIntf", "logIntf"),
          Link.of("ixit.inpVal[].source[]", "userIntf", "logIntf", "extApi"),
          Link.of("drivers.*.steps[].interface", "logIntf"));

  @Override
  public void check(EffectiveTarget target, References references, Problems problems) {
    LINKS.forEach(link -> check(target, link, problems));
  }

  private static void check(EffectiveTarget target, Link link, Problems problems) {
    var named = target.select(link.from());
    var known = named.isEmpty() ? Set.<String>of() : ids(target, link);
    for (var found : named) {
      if (found.node() instanceof YamlScalar id && id.isPresent() && !known.contains(id.text())) {
        refuse(found, id, link, known, problems);
      }
    }
  }

  private static Set<String> ids(EffectiveTarget target, Link link) {
    return link.to().stream()
        .flatMap(table -> target.scalars("ixit.%s[].id".formatted(table)).stream())
        .map(YamlScalar::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void refuse(
      YamlPath found, YamlScalar id, Link link, Set<String> known, Problems problems) {
    var tables = link.to().stream().map("ixit."::concat).collect(Collectors.joining(" or "));
    var message = "%s: found %s, expected the id of a row in %s";
    problems.add(
        id.at(),
        message.formatted(found.path(), id.described(), tables),
        () ->
            Spelling.hint(id.text(), known, "declared ids")
                .or(() -> Optional.of("no row is declared there")));
  }
}
