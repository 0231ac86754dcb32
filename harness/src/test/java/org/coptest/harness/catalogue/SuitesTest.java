package org.coptest.harness.catalogue;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.coptest.spi.declaration.Ixit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The suites of this release, checked against lists that were written apart from them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuitesTest {

  private static final Path SUITES = Path.of(System.getProperty("basedir", "."), "..", "suites");
  private static final Pattern LOGIC =
      Pattern.compile("\\$\\{|\\{\\{|\\{%|&&|\\|\\||==|!=|<=|>=|=>");
  private static final Pattern STEP =
      Pattern.compile("(?<key>[A-Za-z]+)(\\[(?<filter>[A-Za-z]+=[a-z-]+)?])?");

  private final Catalogue catalogue = CatalogueReader.read(SUITES);

  @Test
  void haveExactlyTheProvisionsAndCasesOfTheCode() throws IOException {
    var expected =
        resource("tec-31318-2021-ids.txt").lines().filter(line -> !line.startsWith("#")).toList();
    var found = new ArrayList<String>();
    for (var provision : catalogue.provisions()) {
      found.add("provision " + provision.id() + " " + provision.status().letter());
      provision.cases().forEach(it -> found.add("case " + it.id() + " " + it.kind().text()));
    }

    assertThat(found).containsExactlyElementsOf(expected);
  }

  @Test
  void countAsTheCodeDoes() {
    assertThat(catalogue.id()).isEqualTo("tec-31318-2021");
    assertThat(catalogue.provisions()).hasSize(68);
    assertThat(catalogue.cases()).hasSize(109);
    assertThat(count(catalogue.provisions(), Provision::status))
        .isEqualTo(Map.of(Status.MANDATORY, 33L, Status.RECOMMENDED, 35L));
    assertThat(count(catalogue.cases(), TestCase::kind))
        .isEqualTo(Map.of(Kind.CONCEPTUAL, 62L, Kind.FUNCTIONAL, 46L, Kind.MIXED, 1L));
  }

  @Test
  void haveTheThirteenGuidelinesBetweenReportingAndDataProtection() {
    assertThat(catalogue.guidelines())
        .extracting(Guideline::label)
        .hasSize(15)
        .startsWith("CoP-00", "CoP-01")
        .endsWith("CoP-13", "CoP-14");
    assertThat(catalogue.guideline("5.13").orElseThrow().label()).isEqualTo("CoP-13");
  }

  @Test
  void conditionsOfProvisionsAreThoseOfTheStandard() throws IOException {
    var expected =
        resource("tec-31318-2021-conditions.txt")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();

    assertThat(
            catalogue.provisions().stream()
                .filter(provision -> provision.condition().isPresent())
                .map(provision -> provision.id() + " " + source(provision)))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void everyConditionIsUsed() {
    var used =
        catalogue.conditions().stream()
            .flatMap(condition -> names(condition.expression()).stream())
            .collect(toSet());
    catalogue.provisions().forEach(provision -> provision.condition().ifPresent(used::add));
    catalogue.units().forEach(unit -> unit.condition().ifPresent(used::add));

    assertThat(catalogue.conditions()).extracting(Condition::id).allMatch(used::contains);
  }

  @Test
  void everyUnitHasARuleOrSaysWhatItWouldTake() {
    assertThat(catalogue.units())
        .hasSizeGreaterThan(200)
        .allMatch(unit -> unit.rule().isPresent() != unit.reason().isPresent());
    assertThat(catalogue.units().stream().flatMap(unit -> unit.reason().stream()))
        .allMatch(reason -> reason.length() > 20 && Character.isLowerCase(reason.charAt(0)));
  }

  @Test
  void conceptualCasesAreDecidedFromDocuments() {
    assertThat(catalogue.cases().stream().filter(it -> it.kind() == Kind.CONCEPTUAL))
        .flatExtracting(TestCase::units)
        .extracting(TestUnit::means)
        .containsOnly(Means.DOCUMENTS);
  }

  @Test
  void requiredPathsLeadToKeysOfTheDeclaration() {
    var required =
        catalogue.units().stream()
            .filter(unit -> !unit.values().list("requires").isEmpty())
            .toList();

    assertThat(catalogue.units())
        .filteredOn(unit -> unit.rule().equals(Optional.of("declaration.provided")))
        .isNotEmpty()
        .allMatch(required::contains);
    assertThat(required.stream().flatMap(unit -> unit.values().list("requires").stream()))
        .allSatisfy(SuitesTest::leadsToAKey);
  }

  @Test
  void holdNoLogic() throws IOException {
    try (var files = Files.walk(SUITES)) {
      for (var file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        assertThat(LOGIC.matcher(Files.readString(file)).find()).as("%s", file).isFalse();
      }
    }
  }

  @Test
  void policyForbidsOldVersionsAndAllowsCurrentOnes() {
    var policy = catalogue.policies().named("tls-rfc9325");

    assertThat(policy.lines()).allMatch(line -> line.id().startsWith(policy.id() + "/"));
    assertThat(policy.lines().stream().map(line -> line.id()).distinct())
        .hasSameSizeAs(policy.lines());
    assertThat(policy.line("tls.version", "1.0").orElseThrow().stance().name()).isEqualTo("FORBID");
    assertThat(policy.line("tls.version", "1.3").orElseThrow().stance().name()).isEqualTo("ALLOW");
    assertThat(policy.line("tls.suite-part", "NULL").orElseThrow().stance().name())
        .isEqualTo("FORBID");
  }

  private static void leadsToAKey(String path) {
    assertThat(path).startsWith("ixit.");
    Class<?> type = Ixit.class;
    for (var step : path.substring("ixit.".length()).split("\\.", -1)) {
      var parts = STEP.matcher(step);
      assertThat(parts.matches()).as("%s in %s", step, path).isTrue();
      type = DeclaredKeys.contentOf(component(type, parts.group("key"), path));
      var filter = Optional.ofNullable(parts.group("filter"));
      if (filter.isPresent()) {
        component(type, filter.get().split("=", 2)[0], path);
      }
    }
  }

  private static RecordComponent component(Class<?> type, String key, String path) {
    return Optional.ofNullable(DeclaredKeys.of(type).get(key))
        .orElseThrow(() -> new AssertionError(path + " has no key " + key));
  }

  private String source(Provision provision) {
    return catalogue.conditions().stream()
        .filter(condition -> condition.id().equals(provision.condition().orElseThrow()))
        .findFirst()
        .flatMap(Condition::source)
        .orElse("none");
  }

  private static Set<String> names(Condition.Expression expression) {
    return switch (expression) {
      case Condition.Not(var name) -> Set.of(name);
      case Condition.All(var names) -> Set.copyOf(names);
      case Condition.Either(var names) -> Set.copyOf(names);
      case Condition.HasRows it -> Set.of();
      case Condition.AnyRow it -> Set.of();
      case Condition.EveryRow it -> Set.of();
    };
  }

  private static <T, K> Map<K, Long> count(List<T> all, Function<T, K> key) {
    return all.stream().collect(groupingBy(key, counting()));
  }

  private static String resource(String name) throws IOException {
    try (var in = SuitesTest.class.getResourceAsStream(name)) {
      return new String(
          Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
