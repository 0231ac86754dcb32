package org.coptest.harness.target.declaration;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coptest.spi.declaration.Factor;
import org.coptest.spi.declaration.InterfaceStatus;
import org.coptest.spi.declaration.Ixit;
import org.coptest.spi.declaration.Row;
import org.coptest.spi.declaration.SoftComp;
import org.coptest.spi.declaration.SoftServ;
import org.coptest.spi.declaration.Support;
import org.coptest.spi.declaration.Table;
import org.coptest.spi.declaration.Target;

/** Looks for contradictions inside a declaration; an absent table contradicts nothing. */
public final class DeclarationConsistency {
  /** Claiming the provision makes no sense when the table is declared empty. */
  private static final Map<String, Function<Ixit, Table<?>>> NEEDED =
      Map.of(
          "5.2-3", Ixit::vulnMon,
          "5.3-2", Ixit::updMech,
          "5.7-1", Ixit::secBoot,
          "5.9-1", Ixit::resMech,
          "5.11-1", Ixit::delFunc,
          "5.13-1", Ixit::inpVal);

  private final Target target;
  private final Ixit ixit;

  private DeclarationConsistency(Target target) {
    this.target = target;
    this.ixit = target.ixit();
  }

  /** The contradictions, by no means all that a person would find. */
  public static List<DocumentationFinding> findings(Target target) {
    var papers = new DeclarationConsistency(target);
    return Stream.of(
            papers.claimsWithoutRows(),
            papers.automaticUpdates(),
            papers.componentsWithoutUpdates(),
            papers.servicesWithoutLogin(),
            papers.passwordsWithoutParameter(),
            papers.unvalidatedInput(),
            papers.undeletableData())
        .flatMap(Function.identity())
        .toList();
  }

  private Stream<DocumentationFinding> claimsWithoutRows() {
    return NEEDED.entrySet().stream()
        .filter(each -> claims(each.getKey()))
        .filter(each -> isDeclaredEmpty(each.getValue().apply(ixit)))
        .sorted(Map.Entry.comparingByKey())
        .map(each -> claimFinding(each.getKey(), each.getValue().apply(ixit).path(), "is empty"));
  }

  private Stream<DocumentationFinding> automaticUpdates() {
    var mechanisms = ixit.updMech();
    return claims("5.3-6")
            && !mechanisms.isAbsent()
            && mechanisms.stream().noneMatch(each -> each.automatic().orElse(true))
        ? Stream.of(claimFinding("5.3-6", mechanisms.path(), "has no automatic mechanism"))
        : Stream.empty();
  }

  private Stream<DocumentationFinding> componentsWithoutUpdates() {
    return ixit.softComp().stream()
        .filter(each -> each.updateMechs().filter(List::isEmpty).isPresent())
        .filter(each -> isBlank(each.immutableReason()))
        .map((SoftComp each) ->
            row(each, ixit.softComp(), ixit.updMech(), "names no mechanism of %s and no reason"));
  }

  private Stream<DocumentationFinding> servicesWithoutLogin() {
    return ixit.softServ().stream()
        .filter(each -> each.network().orElse(false))
        .filter(each -> each.authMechs().filter(List::isEmpty).isPresent())
        .filter(each -> isBlank(each.justification()))
        .map((SoftServ each) ->
            row(
                each,
                ixit.softServ(),
                ixit.authMech(),
                "asks for no login of %s and gives no justification"));
  }

  private Stream<DocumentationFinding> passwordsWithoutParameter() {
    return isDeclaredEmpty(ixit.secParam())
        ? ixit.authMech().stream()
            .filter(each -> each.factor().filter(Factor.PASSWORD::equals).isPresent())
            .map(each ->
                row(
                    each,
                    ixit.authMech(),
                    ixit.secParam(),
                    "uses a password that %s does not list"))
        : Stream.empty();
  }

  private Stream<DocumentationFinding> unvalidatedInput() {
    if (ixit.inpVal().isAbsent()) {
      return Stream.empty();
    }
    var validated = named(ixit.inpVal().stream().map(each -> each.source()));
    var logical =
        ixit.logIntf().stream()
            .filter(each -> each.status().filter(InterfaceStatus.ENABLED::equals).isPresent())
            .filter(each -> !validated.contains(each.id()))
            .map(
                each -> row(each, ixit.logIntf(), ixit.inpVal(), "is the source of nothing in %s"));
    var user =
        ixit.userIntf().stream()
            .filter(each -> !validated.contains(each.id()))
            .map(each ->
                row(each, ixit.userIntf(), ixit.inpVal(), "is the source of nothing in %s"));
    return Stream.concat(logical, user);
  }

  private Stream<DocumentationFinding> undeletableData() {
    if (ixit.delFunc().isAbsent()) {
      return Stream.empty();
    }
    var covered = named(ixit.delFunc().stream().map(each -> each.covers()));
    return ixit.persData().stream()
        .filter(each -> !covered.contains(each.id()))
        .map(each -> row(each, ixit.persData(), ixit.delFunc(), "is covered by nothing in %s"));
  }

  private boolean claims(String provision) {
    return Optional.ofNullable(target.ics().get(provision))
        .filter(claim -> claim.support() == Support.YES)
        .isPresent();
  }

  private DocumentationFinding claimFinding(String provision, String table, String why) {
    var path = "ics." + provision;
    var at = Optional.ofNullable(target.ics().get(provision)).orElseThrow().at();
    return new DocumentationFinding(
        at, path, table, "%s is claimed, but %s %s".formatted(path, table, why));
  }

  private static DocumentationFinding row(Row row, Table<?> in, Table<?> against, String why) {
    var path = "%s.%s".formatted(in.path(), row.id());
    return new DocumentationFinding(
        row.at(), path, against.path(), path + " " + why.formatted(against.path()));
  }

  private static boolean isDeclaredEmpty(Table<?> table) {
    return !table.isAbsent() && table.rows().isEmpty();
  }

  private static boolean isBlank(Optional<String> text) {
    return text.filter(each -> !each.isBlank()).isEmpty();
  }

  private static Set<String> named(Stream<Optional<List<String>>> ids) {
    var all = new HashSet<String>();
    ids.flatMap(Optional::stream).forEach(all::addAll);
    return all;
  }
}
